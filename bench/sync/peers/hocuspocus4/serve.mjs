import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

// Hocuspocus with its SQLite extension and its own defaults, on a free port. Argument: the database file.
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: process.argv[2] })],
});

await server.listen();
console.log(`ready ${server.address.port}`);
