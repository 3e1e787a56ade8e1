import { readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** CPU seconds a process has used so far in all its threads; null where there is no /proc or no such process. */
export function cpuSeconds(pid: number | null): number | null {
  const stat = read(pid, 'stat');
  if (stat === null) return null;
  // The name in parentheses may hold spaces; after it, user and system time are the 12th and 13th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory in kilobytes, now and at its highest. */
export function memoryKb(pid: number | null): { readonly now: number; readonly peak: number } | null {
  const status = read(pid, 'status');
  if (status === null) return null;
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

function read(pid: number | null, file: string): string | null {
  if (pid === null) return null;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
