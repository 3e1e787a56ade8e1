import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { openDb } from '../../../db/client';
import { schemaHash } from '../../../domain/text/schema';
import { mergedState } from '../../text/ydoc';
import { keepCheckpoint } from '../../use-cases/keep-checkpoint';
import { createSyncServer } from '..';
import { identifyByName, WITHOUT_BRAKE } from './sync-world';

/** A sync server in a process of its own, to be killed: serves the database it is given and prints its port. */
const [, , file = '', port = '0'] = process.argv;
const { db, makeRoom } = openDb(file);
makeRoom();
const sync = createSyncServer({
  db,
  clock: { now: () => new Date().toISOString() },
  logger: pino({ level: 'silent' }),
  identify: identifyByName,
  allowedOrigin: [],
  schemaHash: schemaHash(),
  keepCheckpoint,
  ...WITHOUT_BRAKE,
  mergeLog: async (pieces) => mergedState(pieces),
});
const http = createServer();
http.on('upgrade', sync.handleUpgrade);
http.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`${(http.address() as AddressInfo).port}\n`);
});
