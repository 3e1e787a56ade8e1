import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TransferListItem, Worker } from 'node:worker_threads';

/** What a worker answers: one message a job. */
export type WorkerAnswer<Result> = { readonly result: Result } | { readonly error: string };

/** What comes from a worker: how far a job is, as often as it likes, and then its answer. */
type WorkerMessage<Result> = WorkerAnswer<Result> | { readonly progress: unknown };

export interface WorkerPoolOptions {
  /** For error messages, e.g. "redline". */
  readonly name: string;
  /** Worker threads at most; each begins with the first job that needs it. */
  readonly workers: number;
  /** Heap of one worker. A job that needs more fails alone. */
  readonly memoryMb: number;
  /** How long one job may take. A job that needs longer fails alone (`OutOfTime`), and its worker is ended. */
  readonly jobMs?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

/** A job took longer than it may. */
export class OutOfTime extends Error {}

export interface WorkerPool<Job, Result> {
  /**
   * Runs a job when a worker is free. What is in `transfer` belongs to the worker from then on; `tell` hears how far it
   * is, where the worker says so.
   */
  run(job: Job, transfer?: readonly TransferListItem[], tell?: (progress: unknown) => void): Promise<Result>;
  /** Jobs in hand, and those that wait for a worker. */
  load(): { readonly running: number; readonly waiting: number };
  /** Ends the workers. What waits is rejected, and so is whatever comes later. */
  stop(): Promise<void>;
}

/** A pool of threads, one of which can be started ahead of the first job, which then does not wait for it to begin. */
export interface ThreadPool<Job, Result> extends WorkerPool<Job, Result> {
  warm(): void;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly transfer: readonly TransferListItem[];
  readonly tell: ((progress: unknown) => void) | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
}

/**
 * Work away from the event loop that serves keystrokes: one job a worker, the rest in a queue. A worker that dies
 * (memory limit) rejects only its own job and is replaced by a new one.
 */
export function createWorkerPool<Job, Result>(options: WorkerPoolOptions): ThreadPool<Job, Result> {
  const { name, workers: most, memoryMb } = options;
  const startWorker = options.startWorker ?? ((megabytes: number) => startNamedWorker(name, megabytes));
  const queue: Waiting<Job, Result>[] = [];
  const workers = new Map<Worker, Waiting<Job, Result> | null>();
  let stopped = false;

  function start(): Worker {
    const worker = startWorker(memoryMb);
    workers.set(worker, null);
    worker.on('message', (answer: WorkerMessage<Result>) => {
      const waiting = workers.get(worker);
      if ('progress' in answer) {
        waiting?.tell?.(answer.progress);
        return;
      }
      clearTimeout(waiting?.timer);
      workers.set(worker, null);
      worker.unref();
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(new Error(`${name} worker: ${answer.error}`));
      next();
    });
    worker.on('error', (error: Error) => drop(worker, error));
    worker.on('exit', () => drop(worker, new Error(`${name} worker: ended before it answered`)));
    return worker;
  }

  function drop(worker: Worker, error: Error): void {
    const waiting = workers.get(worker);
    clearTimeout(waiting?.timer);
    waiting?.reject(error);
    workers.delete(worker);
    next();
  }

  function overtake(worker: Worker): void {
    drop(worker, new OutOfTime(`${name} worker: took more than ${options.jobMs} ms`));
    void worker.terminate();
  }

  function next(): void {
    while (queue.length > 0 && !stopped) {
      const idle = [...workers].find(([, waiting]) => waiting === null)?.[0];
      const worker = idle ?? (workers.size < most ? start() : undefined);
      const waiting = worker === undefined ? undefined : queue.shift();
      if (worker === undefined || waiting === undefined) return;
      workers.set(worker, waiting);
      // A process that has nothing else to do waits for a job in hand, and for an idle worker it does not.
      worker.ref();
      worker.postMessage(waiting.job, waiting.transfer);
      if (options.jobMs !== undefined) waiting.timer = setTimeout(() => overtake(worker), options.jobMs);
    }
  }

  return {
    run(job, transfer = [], tell) {
      if (stopped) return Promise.reject(new Error(`${name} service: stopped`));
      return new Promise((resolve, reject) => {
        queue.push({ job, transfer, tell, resolve, reject });
        next();
      });
    },
    warm() {
      if (!stopped && workers.size === 0) start().unref();
    },
    load: () => ({
      running: [...workers.values()].filter((waiting) => waiting !== null).length,
      waiting: queue.length,
    }),
    async stop() {
      stopped = true;
      for (const waiting of queue.splice(0)) waiting.reject(new Error(`${name} service: stopped`));
      await Promise.all([...workers.keys()].map((worker) => worker.terminate()));
    },
  };
}

/** The bundled worker beside the bundle; from sources (dev, tests) the TypeScript file through tsx. */
function startNamedWorker(name: string, memoryMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  const bundled = fileURLToPath(new URL(`./${name}-worker.js`, import.meta.url));
  if (existsSync(bundled)) return new Worker(bundled, { resourceLimits });
  const source = new URL(`./workers/${name}-worker.ts`, import.meta.url);
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
  return new Worker(boot, { eval: true, resourceLimits });
}
