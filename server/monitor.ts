import { readFileSync, statSync } from 'node:fs';
import type { Config } from './config';
import type { ServerReading } from './metrics/families';
import { LoopDelay } from './metrics/loop-delay';
import type { SyncProcess } from './sync-process/sync-process';
import type { WorkerPool } from './worker-pool';

export interface MonitorParts {
  readonly config: Pick<Config, 'databaseFile'>;
  readonly rooms: Pick<SyncProcess, 'reading'>;
  /** Everything that has worker threads, by the name under which its load is told. */
  readonly workers: Readonly<Record<string, Pick<WorkerPool<unknown, unknown>, 'load'>>>;
}

/** Watches the running server and reads off how it does. */
export function createMonitor({ config, rooms, workers }: MonitorParts): {
  /** Rejects where the rooms do not answer. */
  readonly read: () => Promise<ServerReading>;
  readonly stop: () => void;
} {
  const loopDelay = new LoopDelay();
  const startedAtSeconds = Date.now() / 1000 - process.uptime();
  const build = { version: ownVersion(), node: process.versions.node };
  return {
    read: async () => ({
      rooms: await rooms.reading(),
      pages: { loopDelay: loopDelay.take(), memory: process.memoryUsage() },
      workers: Object.fromEntries(Object.entries(workers).map(([pool, each]) => [pool, each.load()])),
      walBytes: sizeOf(`${config.databaseFile}-wal`),
      startedAtSeconds,
      build,
    }),
    stop: () => loopDelay.stop(),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Next serves the pages of the working directory, so its package is the one that runs. */
function ownVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return version;
}
