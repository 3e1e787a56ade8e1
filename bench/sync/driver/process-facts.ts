import { readdirSync, readFileSync } from 'node:fs';
import { processTree } from '../../../scripts/support/process-tree';

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** CPU seconds a server has used so far, in all its processes and threads; null where there is no /proc or no such process. */
export function cpuSeconds(pid: number | null): number | null {
  return sumOver(pid, ownCpuSeconds);
}

/** Resident memory of all processes of a server in kilobytes, now and each at its highest. */
export function memoryKb(pid: number | null): { readonly now: number; readonly peak: number } | null {
  const now = sumOver(pid, (each) => ownMemoryKb(each)?.now ?? null);
  const peak = sumOver(pid, (each) => ownMemoryKb(each)?.peak ?? null);
  return now === null || peak === null ? null : { now, peak };
}

/** Open file descriptors of all processes of a server. */
export function openHandles(pid: number): number {
  return processTree(pid).reduce((sum, each) => sum + readdirSync(`/proc/${each}/fd`).length, 0);
}

function sumOver(pid: number | null, of: (pid: number) => number | null): number | null {
  if (pid === null || of(pid) === null) return null;
  // A short-lived worker may have ended meanwhile.
  return processTree(pid).reduce((sum, each) => sum + (of(each) ?? 0), 0);
}

function ownCpuSeconds(pid: number): number | null {
  const stat = read(pid, 'stat');
  if (stat === null) return null;
  // The name in parentheses may hold spaces; after it, user and system time are the 12th and 13th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function ownMemoryKb(pid: number): { readonly now: number; readonly peak: number } | null {
  const status = read(pid, 'status');
  if (status === null) return null;
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
