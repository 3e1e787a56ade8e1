import { createServer } from 'node:net';

/** A port that nobody listens on now. */
export function freePort(host = 'localhost'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Why nobody can listen on this port now, in words for whoever started us, or null. */
export function portFault(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(inWords(error, port, host)));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

function inWords(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: PORT=${port + 1}`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023, e.g. PORT=3000`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `HOST=${host} is no address of this machine. Use localhost, or 0.0.0.0 for all its addresses.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error.message}`;
  }
}
