import type { MergedState, MergeLog } from './ports';
import { createWorkerPool, type WorkerPool } from './worker-pool';

/** Heap of the worker. A log that needs more fails alone. */
const MEMORY_MB = 1024;

export interface CompactionWorkers extends Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {
  readonly mergeLog: MergeLog;
}

/** Merges logs in a worker thread of their own, which begins with the first of them. */
export function createCompactionService(): CompactionWorkers {
  const pool = createWorkerPool<readonly Uint8Array[], MergedState>({
    name: 'compaction',
    workers: 1,
    memoryMb: MEMORY_MB,
  });
  return { mergeLog: (pieces) => pool.run(pieces), load: pool.load, stop: pool.stop };
}
