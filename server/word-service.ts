import type { Worker } from 'node:worker_threads';
import type { WordService } from './ports';
import type { WordJob } from './word/writing/paper';
import { createWorkerPool, type WorkerPool } from './worker-pool';

export interface WordServiceOptions {
  readonly memoryMb?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface WordWorkers extends WordService, Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {}

/** Several times what a redline of 60,000 words needs (bench/word). */
const MEMORY_MB = 1024;

/** Word files, written one after the other in a worker thread. A file that needs too much memory fails alone. */
export function createWordService(options: WordServiceOptions = {}): WordWorkers {
  const pool = createWorkerPool<WordJob, Uint8Array>({
    name: 'word',
    workers: 1,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  return {
    text: (paper, comments) => pool.run({ do: 'text', paper, comments }),
    redline: (paper, redlineOptions, comments) =>
      pool.run({ do: 'redline', paper, options: redlineOptions, comments }),
    matrix: (paper) => pool.run({ do: 'matrix', paper }),
    load: pool.load,
    stop: pool.stop,
  };
}
