import { getPriority, setPriority } from 'node:os';

const STEP = 5;
const NICEST = 19;

/**
 * Pages give way to keystrokes where there are fewer CPUs than work, as `nice` does; workers to both
 * (`workers/stand-back.ts`). On Linux a priority belongs to a thread; elsewhere it would be the process's, helpers and all.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(Math.min(getPriority() + STEP, NICEST));
}
