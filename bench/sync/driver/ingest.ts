import { readFileSync } from 'node:fs';
import { Client, within } from './client';
import { Holdings } from './documents';
import type { IngestJob, IngestResult } from './jobs';
import { cpuSeconds } from './process-facts';
import { readTrace } from './trace';

/** Edits in one write: what a socket takes at once without the driver waiting for each. */
const EDITS_PER_WRITE = 256;
const PATIENCE_MS = 120_000;

/** Sends a recorded session as fast as the server takes it, until another client has seen its last edit. */
export async function ingest(job: IngestJob): Promise<IngestResult> {
  const { target } = job;
  const trace = readTrace(readFileSync(job.traceFile));
  const holdings = new Holdings();
  const writer = await Client.connect(target, 0, 0);
  const witness = await Client.connect(target, 0, 1, (update) => holdings.add(update));
  await Promise.all([writer.synced(), witness.synced()]);
  const messages = trace.updates.map((update) => writer.frames.update(update));
  const cpuBefore = cpuSeconds(target.pid);
  const start = performance.now();
  for (let from = 0; from < messages.length && !writer.isClosed; from += EDITS_PER_WRITE) {
    if (!writer.send(...messages.slice(from, from + EDITS_PER_WRITE))) await writer.drained();
  }
  const whole = { [trace.client]: trace.clock };
  const isWhole = await within(PATIENCE_MS, () => holdings.holds(whole) || writer.isClosed);
  const seconds = (performance.now() - start) / 1000;
  const cpuAfter = cpuSeconds(target.pid);
  const isCutOff = !isWhole || writer.isClosed;
  writer.close();
  witness.close();
  return {
    edits: trace.updates.length,
    seconds,
    cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
    isCutOff,
  };
}
