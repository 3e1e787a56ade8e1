import { readFileSync, statSync } from 'node:fs';
import type { Config } from './config';
import type { ServerReading } from './metrics/families';
import { LoopDelay } from './metrics/loop-delay';
import type { SyncServer } from './sync';
import type { WorkerPool } from './worker-pool';

export interface MonitorParts {
  readonly config: Pick<Config, 'databaseFile'>;
  readonly sync: Pick<SyncServer, 'stats'>;
  /** Everything that has worker threads, by the name under which its load is told. */
  readonly workers: Readonly<Record<string, Pick<WorkerPool<unknown, unknown>, 'load'>>>;
}

/** Watches the running server and reads off how it does. */
export function createMonitor({ config, sync, workers }: MonitorParts): {
  readonly read: () => ServerReading;
  readonly stop: () => void;
} {
  const loopDelay = new LoopDelay();
  const startedAtSeconds = Date.now() / 1000 - process.uptime();
  const build = { version: ownVersion(), node: process.versions.node };
  return {
    read: () => ({
      sync: sync.stats(),
      workers: Object.fromEntries(Object.entries(workers).map(([pool, each]) => [pool, each.load()])),
      loopDelay: loopDelay.take(),
      memory: process.memoryUsage(),
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
