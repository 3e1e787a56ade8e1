import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { compareTexts } from '../domain/redline';
import type { Redline } from '../domain/redline/types';
import type { DocumentJson } from '../domain/text/document-json';
import type { HouseStyle } from '../domain/text/numbering';
import type { RedlineService } from './ports';

export interface RedlineJob {
  readonly oldText: DocumentJson;
  readonly newText: DocumentJson;
  readonly houseStyle: HouseStyle;
}

export type RedlineAnswer = { readonly redline: Redline } | { readonly error: string };

/** Below this many JSON nodes together (about 3,000 words) a comparison takes a few milliseconds: no worker is asked. */
const SMALL_ENOUGH = 200;
const WORKERS = 1;
const MEMORY_LIMIT_MB = 1024;

interface Waiting {
  readonly job: RedlineJob;
  readonly resolve: (redline: Redline) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The redline in worker threads, one job a worker, the rest in a queue. A worker that dies (memory limit) rejects
 * only its own job and is replaced by a new one.
 */
export function createRedlineService(): RedlineService & { stop(): Promise<void> } {
  const queue: Waiting[] = [];
  const workers = new Map<Worker, Waiting | null>();
  let stopped = false;

  function start(): Worker {
    const worker = startWorker();
    workers.set(worker, null);
    worker.on('message', (answer: RedlineAnswer) => {
      const waiting = workers.get(worker);
      workers.set(worker, null);
      if ('redline' in answer) waiting?.resolve(answer.redline);
      else waiting?.reject(new Error(`redline worker: ${answer.error}`));
      next();
    });
    worker.on('error', (error: Error) => drop(worker, error));
    worker.on('exit', () => drop(worker, new Error('redline worker: ended before it answered')));
    worker.unref();
    return worker;
  }

  function drop(worker: Worker, error: Error): void {
    workers.get(worker)?.reject(error);
    workers.delete(worker);
    if (!stopped) next();
  }

  function next(): void {
    if (queue.length === 0) return;
    const idle = [...workers].find(([, waiting]) => waiting === null)?.[0];
    const worker = idle ?? (workers.size < WORKERS ? start() : undefined);
    const waiting = worker === undefined ? undefined : queue.shift();
    if (worker === undefined || waiting === undefined) return;
    workers.set(worker, waiting);
    worker.postMessage(waiting.job);
  }

  return {
    compare(oldText, newText, { houseStyle }) {
      if (size(oldText) + size(newText) < SMALL_ENOUGH) {
        return Promise.resolve(compareTexts(oldText, newText, { houseStyle }));
      }
      if (stopped) return Promise.reject(new Error('redline service: stopped'));
      return new Promise((resolve, reject) => {
        queue.push({ job: { oldText, newText, houseStyle }, resolve, reject });
        next();
      });
    },
    async stop() {
      stopped = true;
      for (const waiting of queue.splice(0)) waiting.reject(new Error('redline service: stopped'));
      await Promise.all([...workers.keys()].map((worker) => worker.terminate()));
    },
  };
}

function size(node: { readonly content?: readonly unknown[] }): number {
  return (node.content ?? []).reduce<number>((sum, child) => sum + size(child as typeof node), 1);
}

/** The bundled worker beside the bundle; from sources (dev, tests) the TypeScript file through tsx. */
function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_LIMIT_MB };
  const bundled = fileURLToPath(new URL('./redline-worker.js', import.meta.url));
  if (existsSync(bundled)) return new Worker(bundled, { resourceLimits });
  const source = new URL('./workers/redline-worker.ts', import.meta.url);
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
  return new Worker(boot, { eval: true, resourceLimits });
}
