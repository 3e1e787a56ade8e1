import type { Worker } from 'node:worker_threads';
import { compareTexts, type RedlineOptions } from '../domain/redline';
import type { Redline, RedlineSummary } from '../domain/redline/types';
import type { DocumentJson, NodeJson } from '../domain/text/document-json';
import type { RedlineService } from './ports';
import { createWorkerPool, type WorkerPool } from './worker-pool';

export interface RedlineJob {
  readonly oldText: DocumentJson;
  readonly newText: DocumentJson;
  readonly options: RedlineOptions;
}

/** Texts as they are stored: a string goes to a worker for next to nothing, and a summary comes back for less. */
export interface CountJob {
  readonly oldJson: string;
  readonly newJson: string;
  readonly options: RedlineOptions;
}

export function countChanges({ oldJson, newJson, options }: CountJob): RedlineSummary {
  const texts = [oldJson, newJson].map((json) => JSON.parse(json) as DocumentJson);
  const [oldText, newText] = texts as [DocumentJson, DocumentJson];
  return compareTexts(oldText, newText, options).summary;
}

export interface RedlineServiceOptions {
  /** Worker threads at most; each begins with the first job that needs it. */
  readonly workers?: number;
  /** Heap of one worker. A comparison that needs more fails alone. */
  readonly memoryMb?: number;
  /** Characters of both texts together up to which a comparison runs at once, without a worker. */
  readonly inlineCharacters?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface RedlineWorkers extends RedlineService, Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {}

/** About 3,000 words: a few milliseconds. */
const INLINE_CHARACTERS = 20_000;
const WORKERS = 2;
const MEMORY_MB = 1024;

/**
 * The redline, long texts in worker threads. `algorithm` of a redline names the ICU version too: word breaks of
 * Thai, Lao, Khmer and Burmese come from it.
 */
export function createRedlineService(options: RedlineServiceOptions = {}): RedlineWorkers {
  const inlineCharacters = options.inlineCharacters ?? INLINE_CHARACTERS;
  let stopped = false;
  const pool = createWorkerPool<RedlineJob | CountJob, Redline | RedlineSummary>({
    name: 'redline',
    workers: options.workers ?? WORKERS,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  return {
    async compare(oldText, newText, jobOptions) {
      if (stopped) throw new Error('redline service: stopped');
      const redline = isWithin(oldText, newText, inlineCharacters)
        ? compareTexts(oldText, newText, jobOptions)
        : ((await pool.run({ oldText, newText, options: jobOptions })) as Redline);
      return { ...redline, algorithm: `${redline.algorithm} icu-${process.versions.icu}` };
    },
    async count(oldJson, newJson, jobOptions) {
      if (stopped) throw new Error('redline service: stopped');
      const job: CountJob = { oldJson, newJson, options: jobOptions };
      const isShort = oldJson.length + newJson.length <= inlineCharacters;
      return isShort ? countChanges(job) : ((await pool.run(job)) as RedlineSummary);
    },
    load: pool.load,
    stop() {
      stopped = true;
      return pool.stop();
    },
  };
}

/** A node counts like a short word, so that many empty clauses are no small text either. */
const CHARACTERS_PER_NODE = 5;

function isWithin(oldText: DocumentJson, newText: DocumentJson, most: number): boolean {
  let left = most;
  const spend = (node: NodeJson): void => {
    left -= CHARACTERS_PER_NODE + (node.text?.length ?? 0);
    for (const child of node.content ?? []) {
      if (left < 0) return;
      spend(child);
    }
  };
  spend(oldText);
  spend(newText);
  return left >= 0;
}
