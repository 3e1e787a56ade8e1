import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';

export interface Watched<T> {
  readonly result: T;
  readonly ms: number;
  /** The longest that nothing else could happen meanwhile. */
  readonly heldMs: number;
  /** The longest turn by the processor's clock: what other processes take meanwhile is not in it. */
  readonly cpuMs: number;
  /** Processor time of all threads of the process, workers included. */
  readonly workMs: number;
}

/**
 * Goes round with the event loop while something is done, from its first moment on, and keeps the longest turn: by the
 * wall, and by the processor's clock, which leaves out what other processes took.
 */
export async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  let last = performance.now();
  let lastCpu = threadMs();
  let heldMs = 0;
  let cpuMs = 0;
  let isDone = false;
  const look = () => {
    const now = performance.now();
    const cpu = threadMs();
    heldMs = Math.max(heldMs, now - last);
    cpuMs = Math.max(cpuMs, cpu - lastCpu);
    [last, lastCpu] = [now, cpu];
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  const before = process.cpuUsage();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  await turn();
  isDone = true;
  return { result, ms, heldMs, cpuMs, workMs: (user + system) / 1000 };
}

/** Processor time of this thread so far, as Linux counts it. */
function threadMs(): number {
  return Number(readFileSync(THREAD, 'utf8').split(' ')[0]) / 1e6;
}

const THREAD = `/proc/self/task/${process.pid}/schedstat`;
