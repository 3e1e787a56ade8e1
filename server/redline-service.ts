import type { Worker } from 'node:worker_threads';
import { compareTexts, type RedlineOptions } from '../domain/redline';
import type { RedlineJob } from '../domain/redline/job';
import type { PackedRedline } from '../domain/redline/lines';
import type { ThreeWayPage } from '../domain/redline/three-way/types';
import type { Redline, RedlineSummary } from '../domain/redline/types';
import type { DocumentJson } from '../domain/text/document-json';
import { createPackedCache } from './packed-cache';
import type { RedlineService } from './ports';
import { attributedRedline } from './text/attributed-redline';
import { packRedline } from './text/packed-redline';
import { type ThreeWayJob, threeWayPage } from './text/three-way-page';
import { createWorkerPool, type ThreadPool } from './worker-pool';

/** Texts as they are stored: a string goes to a worker for next to nothing, and a summary comes back for less. */
export interface CountJob {
  readonly only: 'summary';
  readonly oldJson: string;
  readonly newJson: string;
  readonly options: RedlineOptions;
}

/** Asks for the rows as bytes, and with them only what a page says above them. */
export interface PackJob extends RedlineJob {
  readonly only: 'rows';
}

export function countChanges({ oldJson, newJson, options }: Omit<CountJob, 'only'>): RedlineSummary {
  const texts = [oldJson, newJson].map((json) => JSON.parse(json) as DocumentJson);
  const [oldText, newText] = texts as [DocumentJson, DocumentJson];
  return compareTexts(oldText, newText, options).summary;
}

/** What the workers do, and what comes of it. */
export type RedlineWork = RedlineJob | CountJob | PackJob | ThreeWayJob;
export type RedlineResult = Redline | RedlineSummary | PackedRedline | ThreeWayPage;

export function redlineWork(job: RedlineWork): RedlineResult {
  if (!('only' in job)) return attributedRedline(job);
  switch (job.only) {
    case 'summary':
      return countChanges(job);
    case 'rows':
      return packRedline(attributedRedline(job));
    case 'threeWay':
      return threeWayPage(job);
  }
}

export interface RedlineServiceOptions {
  /** Worker threads at most; each begins with the first job that needs it. */
  readonly workers?: number;
  /** Heap of one worker. A comparison that needs more fails alone. */
  readonly memoryMb?: number;
  /** Characters of both texts together, as JSON, up to which a comparison runs at once, without a worker. */
  readonly inlineCharacters?: number;
  /** Bytes of packed redlines kept, so that a page and the rows it asks for are compared once. */
  readonly keptBytes?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface RedlineWorkers
  extends RedlineService,
    Pick<ThreadPool<unknown, unknown>, 'load' | 'stop' | 'warm'> {}

/** About 3,000 words: a few milliseconds. */
const INLINE_CHARACTERS = 40_000;
const WORKERS = 2;
const MEMORY_MB = 1024;
/** Some forty comparisons of 60,000 words. */
const KEPT_BYTES = 32_000_000;

/** The redline, long texts in worker threads. */
export function createRedlineService(options: RedlineServiceOptions = {}): RedlineWorkers {
  const inlineCharacters = options.inlineCharacters ?? INLINE_CHARACTERS;
  let stopped = false;
  const packed = createPackedCache(options.keptBytes ?? KEPT_BYTES);
  const pool = createWorkerPool<RedlineWork, RedlineResult>({
    name: 'redline',
    workers: options.workers ?? WORKERS,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  const isShort = ({ oldJson, newJson }: { readonly oldJson: string; readonly newJson: string }) =>
    oldJson.length + newJson.length <= inlineCharacters;
  return {
    async compare(job) {
      if (stopped) throw new Error('redline service: stopped');
      return isShort(job) ? attributedRedline(job) : ((await pool.run(job)) as Redline);
    },
    async count(oldJson, newJson, jobOptions) {
      if (stopped) throw new Error('redline service: stopped');
      const job: CountJob = { only: 'summary', oldJson, newJson, options: jobOptions };
      return isShort(job) ? countChanges(job) : ((await pool.run(job)) as RedlineSummary);
    },
    async threeWay(a, b, wanted) {
      if (stopped) throw new Error('redline service: stopped');
      const job: ThreeWayJob = { only: 'threeWay', a, b, wanted };
      return isShort(a) && isShort(b) ? threeWayPage(job) : ((await pool.run(job)) as ThreeWayPage);
    },
    pack(key, gather) {
      return packed(key, async (isNotWhole) => {
        if (stopped) throw new Error('redline service: stopped');
        const job: PackJob = { only: 'rows', ...(await gather()) };
        if (job.lacksNames === true) isNotWhole();
        return (await pool.run(job)) as PackedRedline;
      });
    },
    warm: pool.warm,
    load: pool.load,
    stop() {
      stopped = true;
      return pool.stop();
    },
  };
}
