import { readFileSync, writeFileSync } from 'node:fs';
import type { Texts } from './cases';
import { prepare } from './engines';
import type { Figures, Job } from './job';

/** One measurement, in a process of its own: the figures so far go to stdout, a line of JSON after each round. */
const job = JSON.parse(process.argv[2] ?? '') as Job;
const prepared = await prepare(job.engine, JSON.parse(readFileSync(job.file, 'utf8')) as Texts);

globalThis.gc?.();
const before = restartPeak();
const times: number[] = [];
let peakMb: number | null = null;
let spent = 0;
while (times.length < job.rounds && (times.length === 0 || spent < job.seconds * 1000)) {
  const start = performance.now();
  prepared.compare();
  const time = performance.now() - start;
  times.push(time);
  spent += time;
  if (times.length > 1) continue;
  const peak = status('VmHWM');
  peakMb = before === null || peak === null ? null : (peak - before) / 1024;
  report();
}
report();

function report(): void {
  const sorted = [...times].sort((a, b) => a - b);
  const figures: Figures = {
    rounds: times.length,
    firstMs: times[0] ?? 0,
    medianMs: sorted[sorted.length >> 1] ?? 0,
    peakMb,
    found: prepared.found(),
  };
  console.log(JSON.stringify(figures));
}

/** Resident memory in kilobytes, from which the peak is counted anew; null where Linux does not say. */
function restartPeak(): number | null {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    return null;
  }
  return status('VmRSS');
}

function status(name: string): number | null {
  try {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
    return line === null ? null : Number(line[1]);
  } catch {
    return null;
  }
}
