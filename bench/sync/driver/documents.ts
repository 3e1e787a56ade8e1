import { Client, inParallel, within } from './client';
import { Histogram } from './histogram';
import { Holdings } from './holdings';
import type { FillJob, FillResult, OpenJob, OpenResult, ReadJob, ReadResult } from './jobs';
import { cpuSeconds, memoryKb } from './process-facts';
import { Writer } from './writer';

const PATIENCE_MS = 60_000;
const AT_ONCE = 50;
/** The Yjs client id under which bodies are written. */
const BODY_ID = 1_000_000_007;

/** Gives each document its body and waits until a second client has it from the server. */
export async function fill(job: FillJob): Promise<FillResult> {
  await inParallel(job.documents, AT_ONCE, async (index) => {
    const holdings = new Holdings();
    const author = await Client.connect(job.target, index, index);
    const witness = await Client.connect(job.target, index, index + 1, (update) => holdings.add(update));
    await Promise.all([author.synced(), witness.synced()]);
    const writer = new Writer(BODY_ID + index);
    author.send(author.frames.update(writer.begin(job.bodySize)));
    if (!(await within(PATIENCE_MS, () => holdings.holds({ [writer.client]: writer.clock })))) {
      throw new Error(`document ${index} was not filled (closed: ${author.closeCode})`);
    }
    author.close();
    witness.close();
  });
  return { filled: job.documents };
}

/** All clients at once, and how long each takes from knocking to having the whole text. */
export async function open(job: OpenJob): Promise<OpenResult> {
  const { target } = job;
  const cpuBefore = cpuSeconds(target.pid);
  const openings = Array.from({ length: job.clients }, (_, index) => openOne(job, index));
  const opened = await Promise.all(openings);
  const cpuAfter = cpuSeconds(target.pid);
  const ms = new Histogram();
  let received = 0;
  for (const { took, bytes } of opened) {
    if (took !== null) ms.add(took);
    received += bytes;
  }
  return {
    ms: ms.summary(),
    failed: opened.filter(({ took }) => took === null).length,
    receivedKb: received / 1024 / job.clients,
    cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
    peakMb: (memoryKb(target.pid)?.peak ?? Number.NaN) / 1024,
  };
}

/** The bytes are only kept while clock and network run, and looked through afterwards. */
async function openOne(job: OpenJob, index: number): Promise<{ took: number | null; bytes: number }> {
  const heard: { update: Uint8Array; at: number }[] = [];
  const asked = performance.now();
  try {
    const client = await Client.connect(job.target, index % job.documents, index, (update, at) => {
      heard.push({ update: new Uint8Array(update), at });
    });
    await client.synced();
    const { whole } = job;
    if (client.isClosed) return { took: null, bytes: 0 };
    const complete = whole === null ? heard[0]?.at : await completion(heard, whole);
    client.close();
    const bytes = heard.reduce((sum, { update }) => sum + update.byteLength, 0);
    return { took: complete === undefined ? null : complete - asked, bytes };
  } catch {
    return { took: null, bytes: 0 };
  }
}

/** When the update came that made the text whole; undefined where none did. */
async function completion(
  heard: readonly { update: Uint8Array; at: number }[],
  whole: Readonly<Record<string, number>>,
): Promise<number | undefined> {
  const holdings = new Holdings();
  let looked = 0;
  let at: number | undefined;
  await within(PATIENCE_MS, () => {
    for (; looked < heard.length && at === undefined; looked += 1) {
      const next = heard[looked];
      if (next === undefined) break;
      holdings.add(next.update);
      if (holdings.holds(whole)) at = next.at;
    }
    return at !== undefined;
  });
  return at;
}

/** What each document holds, as somebody new is told. */
export async function read(job: ReadJob): Promise<ReadResult> {
  const held = await inParallel(job.documents, AT_ONCE, async (index) => {
    const holdings = new Holdings();
    const client = await Client.connect(job.target, index, index, (update) => holdings.add(update));
    await client.synced();
    client.close();
    return holdings.byClient;
  });
  return { held };
}
