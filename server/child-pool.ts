import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { forkProgram } from './fork-program';
import type { WorkerAnswer, WorkerPool } from './worker-pool';

export interface ChildPoolOptions {
  /** For error messages and the program's file, e.g. "pdf": `pdf-worker`. */
  readonly name: string;
  /** Memory of the process, measured where the system tells it (Linux). A job that needs more fails alone. */
  readonly memoryMb: number;
  /** Time for one job. One that takes longer fails alone. */
  readonly timeMs: number;
  /** The process ends when there was nothing to do for this long, and gives back its memory. */
  readonly idleMs: number;
  /** How the process is started; tests bring their own. */
  readonly startChild?: () => ChildProcess;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

const LOOK_MS = 250;

/**
 * Work in a process of its own, one job at a time, the rest in a queue: for native code, whose memory no thread's
 * limit counts and whose crash would end the server. The process has nothing of our environment.
 */
export function createChildPool<Job, Result>(options: ChildPoolOptions): WorkerPool<Job, Result> {
  const { name } = options;
  const queue: Waiting<Job, Result>[] = [];
  let child: ChildProcess | null = null;
  let current: Waiting<Job, Result> | null = null;
  let watch: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  function start(): ChildProcess {
    const started = options.startChild?.() ?? startWorker(name);
    started.on('message', (answer: WorkerAnswer<Result>) => {
      // A late word of a process that was given up is not the answer to the next job.
      if (child !== started) return;
      const done = current;
      current = null;
      clearInterval(watch);
      if ('result' in answer) done?.resolve(answer.result);
      else done?.reject(new Error(`${name} worker: ${answer.error}`));
      next();
    });
    started.on('exit', () => gone(started, 'ended before it answered'));
    started.on('error', (error) => gone(started, error.message));
    return started;
  }

  /** A process that is gone, or is to go, rejects the job it had; the next job begins a new one. */
  function gone(which: ChildProcess, why: string): void {
    if (child !== which) return;
    child = null;
    clearInterval(watch);
    const lost = current;
    current = null;
    lost?.reject(new Error(`${name} worker: ${why}`));
    if (which.exitCode === null && which.signalCode === null) which.kill('SIGKILL');
    next();
  }

  function next(): void {
    if (stopped || current !== null) return;
    clearTimeout(idle);
    const waiting = queue.shift();
    if (waiting === undefined) {
      // A process that has nothing else to do waits for a job in hand, and for an idle child it does not.
      child?.unref();
      child?.channel?.unref();
      idle = setTimeout(() => {
        const ending = child;
        child = null;
        ending?.kill();
      }, options.idleMs);
      idle.unref();
      return;
    }
    current = waiting;
    try {
      child ??= start();
    } catch (error) {
      // The system has no process to give: this job fails, the next one asks again.
      current = null;
      waiting.reject(error as Error);
      queueMicrotask(next);
      return;
    }
    const busy = child;
    busy.ref();
    busy.channel?.ref();
    const until = Date.now() + options.timeMs;
    watch = setInterval(() => {
      if (Date.now() > until) gone(busy, 'took too long');
      else if (memoryMbOf(busy.pid) > options.memoryMb) gone(busy, 'needed too much memory');
    }, LOOK_MS);
    busy.send(waiting.job as object, (error) => {
      if (error !== null) gone(busy, error.message);
    });
  }

  return {
    run(job) {
      if (stopped) return Promise.reject(new Error(`${name} service: stopped`));
      return new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next();
      });
    },
    load: () => ({ running: current === null ? 0 : 1, waiting: queue.length }),
    async stop() {
      stopped = true;
      clearTimeout(idle);
      for (const waiting of queue.splice(0)) waiting.reject(new Error(`${name} service: stopped`));
      const ending = child;
      if (ending === null) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      gone(ending, 'stopped');
      await ended;
    },
  };
}

/** Resident memory of a process; 0 where the system does not say. */
function memoryMbOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

function startWorker(name: string): ChildProcess {
  return forkProgram(`${name}-worker`, `./workers/${name}-worker.ts`, {
    env: {} as NodeJS.ProcessEnv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
}
