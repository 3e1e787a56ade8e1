import type { RedlinePaper, TextPaper } from '../domain/text/paper';
import { createChildPool } from './child-pool';
import type { PaperService } from './ports';
import type { WorkerPool } from './worker-pool';

export type PaperJob =
  | { readonly do: 'text'; readonly paper: TextPaper }
  | { readonly do: 'redline'; readonly paper: RedlinePaper };

export interface PaperServiceOptions {
  readonly memoryMb?: number;
  readonly timeMs?: number;
  readonly idleMs?: number;
}

export interface PaperWorkers extends PaperService, Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {}

/** Ten times what 60,000 words need (bench/pdf). */
const MEMORY_MB = 3072;
const TIME_MS = 180_000;
const IDLE_MS = 60_000;

/** Papers, made one after the other in a process of their own. */
export function createPaperService(options: PaperServiceOptions = {}): PaperWorkers {
  const pool = createChildPool<PaperJob, Uint8Array>({
    name: 'pdf',
    memoryMb: options.memoryMb ?? MEMORY_MB,
    timeMs: options.timeMs ?? TIME_MS,
    idleMs: options.idleMs ?? IDLE_MS,
  });
  return {
    text: (paper) => pool.run({ do: 'text', paper }),
    redline: (paper) => pool.run({ do: 'redline', paper }),
    load: pool.load,
    stop: pool.stop,
  };
}
