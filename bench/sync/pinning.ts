import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Server and driver each have a CPU of their own, where there are two and `taskset`. */
export const SERVER_CPU = 0;
export const DRIVER_CPU = 1;

const canPin = availableParallelism() > 1 && runs('taskset', ['-c', '0', 'true']);
/** As root, ahead of whatever else the machine does. */
const canHurry = runs('nice', ['-n', '-20', 'true']) && process.getuid?.() === 0;

/** The command that runs `command` in a hurry, as far as this machine lets us. */
export function hurried(command: readonly string[]): string[] {
  return canHurry ? ['nice', '-n', '-20', ...command] : [...command];
}

/** The same on one CPU alone. */
export function pinned(cpu: number, command: readonly string[]): string[] {
  return canPin ? ['taskset', '-c', String(cpu), ...hurried(command)] : hurried(command);
}

const SESSION = '/proc/self/autogroup';

/**
 * Where Linux shares its CPUs out by sessions first (autogroups), being nice counts only within one's own: puts
 * the session that we were started from ahead of the others until we end. Without the right to, or elsewhere, it
 * does nothing.
 */
export function hurrySession(): void {
  if (!canHurry) return;
  try {
    const before = /nice (-?\d+)/.exec(readFileSync(SESSION, 'utf8'))?.[1];
    if (before === undefined) return;
    writeFileSync(SESSION, '-20');
    process.once('exit', () => writeFileSync(SESSION, before));
  } catch {
    // There are no autogroups here.
  }
}

export function pinningInWords(): string {
  const place = canPin ? `server on CPU ${SERVER_CPU}, driver on CPU ${DRIVER_CPU}` : 'not pinned to CPUs';
  return canHurry ? `${place}, both at nice -20` : place;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
