import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { median } from './driver/histogram';
import { pinningInWords } from './pinning';

const PROBES = 25;
const PROBE_BYTES = 4096;

/** What the machine does besides, when a measurement begins. */
export interface Surroundings {
  /** Load of the machine over the last minute. */
  readonly load: number;
  /** What it takes now to bring 4 KB to the disk, ms, median: a server that stores before it shows cannot be quicker. */
  readonly fsyncMs: number;
}

/** `directory` lies where the servers store. */
export function surroundings(directory: string): Surroundings {
  return { load: round(loadavg()[0] ?? 0), fsyncMs: round(fsyncMs(directory)) };
}

export function machineInWords(): string {
  const [cpu] = cpus();
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown CPU'}, Node.js ${process.version}, ${pinningInWords()}`;
}

export function surroundingsInWords({ load, fsyncMs }: Surroundings): string {
  return `load ${load}, fsync ${fsyncMs} ms`;
}

function fsyncMs(directory: string): number {
  const name = path.join(directory, 'fsync-probe');
  const file = openSync(name, 'w');
  const bytes = Buffer.alloc(PROBE_BYTES, 1);
  const times = Array.from({ length: PROBES }, () => {
    const start = performance.now();
    writeSync(file, bytes);
    fsyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(name);
  return median(times);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
