import type { Worker } from 'node:worker_threads';
import { type Outcome, refuse } from '../domain/refusal';
import type { SheetProgress } from '../domain/sheets/facts';
import type { SheetService } from './ports';
import type { SheetAnswer, SheetJob } from './sheets/work';
import { createWorkerPool, OutOfTime, type WorkerPool } from './worker-pool';

export interface SheetServiceOptions {
  readonly memoryMb?: number;
  readonly jobMs?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface SheetWorkers extends SheetService, Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {}

const MEMORY_MB = 512;
const JOB_MS = 20_000;

/**
 * Reads and writes sheets in a worker thread of its own, one after the other, with limits of memory and time (XL9).
 * Whatever a file does to its reader, the server goes on serving.
 */
export function createSheetService(options: SheetServiceOptions = {}): SheetWorkers {
  const jobMs = options.jobMs ?? JOB_MS;
  const pool = createWorkerPool<SheetJob, SheetAnswer>({
    name: 'sheet',
    workers: 1,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    jobMs,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  const bytesOf = (job: SheetJob) => pool.run(job) as Promise<Uint8Array>;
  return {
    async check(bytes, facts, tell) {
      try {
        const job: SheetJob = { do: 'check', bytes, facts };
        return (await pool.run(job, [], (progress) => tell(progress as SheetProgress))) as Outcome<string>;
      } catch (error) {
        const isTooMuch =
          error instanceof OutOfTime || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (!isTooMuch) throw error;
        return refuse('XL9', { seconds: jobMs / 1000 });
      }
    },
    template: (facts, format) => bytesOf({ do: 'template', facts, format }),
    findings: (facts, run) => bytesOf({ do: 'findings', facts, run }),
    report: (facts) => bytesOf({ do: 'report', facts }),
    load: pool.load,
    stop: pool.stop,
  };
}

/**
 * The same without workers: for the command line, seeds and tests, where nobody waits for keystrokes. What reads and
 * writes files is loaded with the first of them: it carries the words of all languages.
 */
export function sheetsInLine(): SheetService {
  const run = async (job: SheetJob, tell?: (progress: SheetProgress) => void) =>
    (await import('./sheets/work')).sheetWork(job, tell);
  const bytesOf = (job: SheetJob) => run(job) as Promise<Uint8Array>;
  return {
    check: (bytes, facts, tell) => run({ do: 'check', bytes, facts }, tell) as Promise<Outcome<string>>,
    template: (facts, format) => bytesOf({ do: 'template', facts, format }),
    findings: (facts, run) => bytesOf({ do: 'findings', facts, run }),
    report: (facts) => bytesOf({ do: 'report', facts }),
  };
}
