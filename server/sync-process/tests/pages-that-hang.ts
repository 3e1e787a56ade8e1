import type { Config } from '../../config';
import { createLogger } from '../../logger';
import { startSyncProcess } from '../sync-process';

/**
 * A process of pages whose loop hangs as soon as the door is open, for tests that kill it. Reads `CONFIG` (JSON), prints
 * the port and the process id of its rooms.
 */
const config = JSON.parse(process.env.CONFIG ?? '') as Config;
const rooms = await startSyncProcess({ config, secret: 'x'.repeat(40), logger: createLogger('silent') });
const opened = await rooms.open({ host: '127.0.0.1', port: 0 }, () => undefined);
if (!opened.ok) throw new Error(opened.message);
process.stdout.write(`${opened.port} ${rooms.pid}\n`, () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
