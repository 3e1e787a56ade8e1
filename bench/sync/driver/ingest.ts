import { Client } from './client';
import { Holdings } from './holdings';
import type { IngestJob, IngestResult } from './jobs';
import { cpuSeconds } from './process-facts';
import { makeTrace, type Trace } from './trace';

/** Edits in one write. */
const EDITS_PER_WRITE = 256;
/**
 * Edits under way at most, judged by what the other client has seen. Without a bound all of them would wait in
 * the server's socket, and Hocuspocus, which merges whatever came in a turn, would be measured at that alone.
 */
const WINDOW = 2048;
const PATIENCE_MS = 120_000;

/** Sends a session as fast as it is shown to another client, until that has seen its last edit. */
export async function ingest(job: IngestJob): Promise<IngestResult> {
  const { target } = job;
  const trace = makeTrace(job.edits);
  const witness = new Witness(trace.client);
  const reader = await Client.connect(target, 0, 1, (update) => witness.hear(update));
  const writer = await Client.connect(target, 0, 0);
  await Promise.all([writer.synced(), reader.synced()]);
  const messages = trace.updates.map((update) => writer.frames.update(update));
  const clocks = clocksOf(trace);

  const cpuBefore = cpuSeconds(target.pid);
  const ownBefore = process.cpuUsage();
  const start = performance.now();
  const timer = setTimeout(() => witness.giveUp(), PATIENCE_MS);
  for (let from = 0; from < messages.length && !witness.hasGivenUp; from += EDITS_PER_WRITE) {
    await witness.sees(clocks[from + EDITS_PER_WRITE - WINDOW] ?? 0);
    if (!writer.send(...messages.slice(from, from + EDITS_PER_WRITE))) await writer.drained();
  }
  await witness.sees(trace.clock);
  clearTimeout(timer);
  const seconds = (performance.now() - start) / 1000;
  const cpuAfter = cpuSeconds(target.pid);
  const own = process.cpuUsage(ownBefore);
  writer.close();
  reader.close();
  return {
    whole: { [trace.client]: trace.clock },
    seconds,
    cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
    driverCpuShare: (own.user + own.system) / 1e6 / seconds,
    isCutOff: witness.hasGivenUp,
  };
}

/** The writer's clock after each edit. */
function clocksOf({ client, updates }: Trace): number[] {
  const holdings = new Holdings();
  return updates.map((update) => {
    holdings.add(update);
    return holdings.clockOf(client);
  });
}

/** Somebody who reads along; the writer waits for them. */
class Witness {
  hasGivenUp = false;
  private readonly holdings = new Holdings();
  private readonly client: number;
  private awaited = 0;
  private wake: () => void = () => {};

  constructor(client: number) {
    this.client = client;
  }

  hear(update: Uint8Array): void {
    this.holdings.add(update);
    if (this.holdings.clockOf(this.client) >= this.awaited) this.wake();
  }

  /** Resolves when the writer's edits up to this clock have been seen, or nobody waits any longer. */
  async sees(clock: number): Promise<void> {
    this.awaited = clock;
    if (this.hasGivenUp || this.holdings.clockOf(this.client) >= clock) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }

  giveUp(): void {
    this.hasGivenUp = true;
    this.wake();
  }
}
