import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schemaHash } from '../../../domain/text/schema';
import { createIdentify } from '../../../server/auth/socket-identity';
import { readConfig } from '../../../server/config';
import { createHttpServer, createRelay } from '../../../server/http';
import { startCheckpoints } from '../../../server/jobs/checkpoints';
import { createLogger } from '../../../server/logger';
import { offlineRuntime } from '../../../server/offline-runtime';
import { openDatabase } from '../../../server/open-database';
import { isAllowedOrigin } from '../../../server/origin';
import type { Clock } from '../../../server/ports';
import { createSyncServer } from '../../../server/sync';

/** Mufakat as `server/start-server.ts` builds it, but for the pages: where there is no production build of them. */
const result = readConfig(process.env, 'production');
if (!result.ok) throw new Error(result.problems.join('\n'));
const { config } = result;
const secret = config.secret ?? '';
const clock: Clock = { now: () => new Date().toISOString() };
const logger = createLogger(config.logLevel);
const opened = openDatabase(config);
const { db } = opened;
const sync = createSyncServer({
  db,
  clock,
  logger,
  identify: createIdentify({ db, clock, config, secret }),
  allowedOrigin: (origin) => isAllowedOrigin(config, origin),
  schemaHash: schemaHash(),
});
const stopCheckpoints = startCheckpoints({ ...offlineRuntime(opened, config), live: sync.live });
const http: Server = createHttpServer({
  config,
  pages: () => null,
  sync: sync.handleUpgrade,
  relay: createRelay(),
  isHealthy: () => true,
});
http.listen({ port: config.port, host: config.host, backlog: 4096 }, () => {
  process.stdout.write(`ready ${(http.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', async () => {
  await stopCheckpoints();
  await sync.live.stop();
  opened.close();
  process.exit(0);
});
