import { lastPosition } from '../../../db/update-log';
import { later, RawClient, stockClient, until, write } from '../tests/clients';
import { createSyncWorld, DOCUMENT } from '../tests/sync-world';
import type { FaultReport } from './report';

export interface SlowReaders {
  readonly readers: number;
}

const CLAUSE = 200_000;
/** The server lets 4 MiB wait for a reader; the buffers of the system on both sides take some more. */
const MOST_SENT = 20_000_000;
/** What may wait outside the heap meanwhile, however many readers there are: they wait for the same bytes. */
const MOST_HELD = 96_000_000;

/**
 * Readers that stop reading while somebody writes much. Each is cut off with its code once too much waits for it;
 * the memory of the server stays flat, and the writer is acknowledged all along.
 */
export async function writeToSlowReaders({ readers }: SlowReaders): Promise<FaultReport> {
  const world = await createSyncWorld();
  const findings: string[] = [];
  const slow = await Promise.all(Array.from({ length: readers }, () => RawClient.open(world, 'reviewer')));
  const writer = stockClient(world, 'thaiDelegate');
  try {
    await until(() => writer.provider.synced && slow.every((reader) => reader.frames.length > 2), 'all here');
    for (const reader of slow) stopReading(reader);
    globalThis.gc?.();
    const before = outsideHeap();
    let most = 0;
    for (let clause = 1; clause * CLAUSE <= MOST_SENT; clause += 1) {
      write(writer.doc, 'x'.repeat(CLAUSE));
      await until(() => lastPosition(world.world.db, DOCUMENT) === clause, `clause ${clause}`, 20_000);
      await later(5);
      most = Math.max(most, outsideHeap() - before);
    }
    await until(() => world.sync.stats().sockets === 1, 'all slow readers cut off', 10_000);
    if (world.sync.stats().slowReaders !== readers) findings.push('not all were closed as too slow (4508)');
    if (most > MOST_HELD) findings.push(`${most} bytes were held for them`);
    if (!writer.provider.wsconnected) findings.push('the writer was put out as well');
    return {
      figures: { readers, 'written, MB': MOST_SENT / 1e6, 'most held, MB': Math.round(most / 1e6) },
      findings,
    };
  } finally {
    writer.destroy();
    for (const reader of slow) reader.end();
    await world.close();
  }
}

/** Bytes outside the heap of JavaScript: what sockets hold. */
function outsideHeap(): number {
  return process.memoryUsage().arrayBuffers;
}

function stopReading({ ws }: RawClient): void {
  ws.pause();
  (ws as unknown as { _socket: { pause(): void } })._socket.pause();
}
