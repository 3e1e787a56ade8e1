import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Found } from './found';

/** What a process of its own is to measure. */
export interface Job {
  readonly engine: string;
  /** A file with the `Texts` as JSON: made elsewhere, so that nothing of making them is in this process's memory. */
  readonly file: string;
  readonly rounds: number;
  /** No further round is begun after so long. */
  readonly seconds: number;
}

export interface Figures {
  readonly rounds: number;
  readonly firstMs: number;
  readonly medianMs: number;
  /** Resident memory of the first round above that of the texts; null where the system does not say. */
  readonly peakMb: number | null;
  readonly found: Found;
}

/** `seconds` and no answer, or the last words of a process that failed. */
export type Measured = Figures | { readonly failure: string };

/** Runs a measurement, and ends its process after `limit` seconds; what was measured until then counts. */
export function measure(job: Job, limit: number): Promise<Measured> {
  return new Promise((resolve) => {
    const script = path.join(import.meta.dirname, 'measure.ts');
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    let isLate = false;
    child.stdout.on('data', (bytes) => {
      output += bytes;
    });
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limit * 1000);
    child.on('close', () => {
      clearTimeout(timer);
      const lines = output.split('\n').filter((line) => line.endsWith('}'));
      const last = lines.at(-1);
      if (last !== undefined) resolve(JSON.parse(last) as Figures);
      else resolve({ failure: isLate ? `gave up after ${limit} s` : reasonOf(errors) });
    });
  });
}

function reasonOf(errors: string): string {
  if (errors.includes('heap out of memory')) return 'out of memory';
  const line = errors.split('\n').find((text) => /Error|FATAL/.test(text));
  return (line ?? errors.trim().split('\n')[0] ?? 'ended without a word').trim().slice(0, 80);
}
