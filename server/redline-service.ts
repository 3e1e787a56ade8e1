import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { compareTexts, type RedlineOptions } from '../domain/redline';
import type { Redline } from '../domain/redline/types';
import type { DocumentJson, NodeJson } from '../domain/text/document-json';
import type { RedlineService } from './ports';

export interface RedlineJob {
  readonly oldText: DocumentJson;
  readonly newText: DocumentJson;
  readonly options: RedlineOptions;
}

export type RedlineAnswer = { readonly redline: Redline } | { readonly error: string };

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

export interface RedlineWorkers extends RedlineService {
  /** Comparisons in hand, and those that wait for a worker. */
  load(): { readonly running: number; readonly waiting: number };
  stop(): Promise<void>;
}

/** About 3,000 words: a few milliseconds. */
const INLINE_CHARACTERS = 20_000;
const WORKERS = 2;
const MEMORY_MB = 1024;

interface Waiting {
  readonly job: RedlineJob;
  readonly resolve: (redline: Redline) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The redline in worker threads, one job a worker, the rest in a queue. A worker that dies (memory limit) rejects
 * only its own job and is replaced by a new one. `algorithm` of a redline names the ICU version too: word breaks
 * of Thai, Lao, Khmer and Burmese come from it.
 */
export function createRedlineService(options: RedlineServiceOptions = {}): RedlineWorkers {
  const most = options.workers ?? WORKERS;
  const memoryMb = options.memoryMb ?? MEMORY_MB;
  const inlineCharacters = options.inlineCharacters ?? INLINE_CHARACTERS;
  const startWorker = options.startWorker ?? startRedlineWorker;
  const queue: Waiting[] = [];
  const workers = new Map<Worker, Waiting | null>();
  let stopped = false;

  function start(): Worker {
    const worker = startWorker(memoryMb);
    workers.set(worker, null);
    worker.on('message', (answer: RedlineAnswer) => {
      const waiting = workers.get(worker);
      workers.set(worker, null);
      worker.unref();
      if ('redline' in answer) waiting?.resolve(answer.redline);
      else waiting?.reject(new Error(`redline worker: ${answer.error}`));
      next();
    });
    worker.on('error', (error: Error) => drop(worker, error));
    worker.on('exit', () => drop(worker, new Error('redline worker: ended before it answered')));
    return worker;
  }

  function drop(worker: Worker, error: Error): void {
    workers.get(worker)?.reject(error);
    workers.delete(worker);
    next();
  }

  function next(): void {
    while (queue.length > 0 && !stopped) {
      const idle = [...workers].find(([, waiting]) => waiting === null)?.[0];
      const worker = idle ?? (workers.size < most ? start() : undefined);
      const waiting = worker === undefined ? undefined : queue.shift();
      if (worker === undefined || waiting === undefined) return;
      workers.set(worker, waiting);
      // A process that has nothing else to do waits for a comparison, and for an idle worker it does not.
      worker.ref();
      worker.postMessage(waiting.job);
    }
  }

  return {
    async compare(oldText, newText, jobOptions) {
      if (stopped) throw new Error('redline service: stopped');
      const isSmall = isWithin(oldText, newText, inlineCharacters);
      const redline = isSmall
        ? compareTexts(oldText, newText, jobOptions)
        : await new Promise<Redline>((resolve, reject) => {
            queue.push({ job: { oldText, newText, options: jobOptions }, resolve, reject });
            next();
          });
      return { ...redline, algorithm: `${redline.algorithm} icu-${process.versions.icu}` };
    },
    load: () => ({
      running: [...workers.values()].filter((waiting) => waiting !== null).length,
      waiting: queue.length,
    }),
    async stop() {
      stopped = true;
      for (const waiting of queue.splice(0)) waiting.reject(new Error('redline service: stopped'));
      await Promise.all([...workers.keys()].map((worker) => worker.terminate()));
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

/** The bundled worker beside the bundle; from sources (dev, tests) the TypeScript file through tsx. */
function startRedlineWorker(memoryMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  const bundled = fileURLToPath(new URL('./redline-worker.js', import.meta.url));
  if (existsSync(bundled)) return new Worker(bundled, { resourceLimits });
  const source = new URL('./workers/redline-worker.ts', import.meta.url);
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
  return new Worker(boot, { eval: true, resourceLimits });
}
