import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { atomicUnsynced } from '../../db/atomic';
import { finishSearchEntry, growSearchEntry, type SearchRow, shrinkSearchEntry } from '../../db/search';
import type { Runtime } from '../runtime';
import { type IndexEntry, staleEntries } from './search-entries';

const EVERY_MS = 5000;
/** So many rows are written in one transaction: a keystroke may have to wait for it. */
const ROWS_AT_ONCE = 100;
/** After an entry was made others have the loop for three times as long. */
const REST = 3;
/** A text in which people write is read anew when they pause for so long … */
const PAUSE_MS = 5000;
/** … or, where they never do, so often. */
const BUSY_MS = 60_000;

/**
 * Brings the index up to what stands in the tables, entry by entry; returns how many were made anew. Derived, so
 * nothing hangs on when: a text is found some seconds after its writers paused. `isDue` may put an entry off. One that
 * cannot be made keeps none of the others out; `failed` hears of it.
 */
export async function refreshSearchIndex(
  runtime: Runtime,
  isDue: (entry: IndexEntry) => boolean = () => true,
  failed: (entry: IndexEntry, error: unknown) => void = (entry, error) => logFailure(runtime, entry, error),
): Promise<number> {
  let renewed = 0;
  for (const entry of staleEntries(runtime)) {
    if (entry === null) await breathe();
    if (entry === null || !isDue(entry)) continue;
    const began = performance.now();
    try {
      await renew(runtime, entry);
      renewed += 1;
    } catch (error) {
      failed(entry, error);
    }
    await sleep(REST * (performance.now() - began));
  }
  return renewed;
}

function logFailure({ logger }: Runtime, { key }: IndexEntry, error: unknown): void {
  logger.error({ err: error, key }, 'an entry of the index for finding failed');
}

/** The old rows go first: half a text is found less, never twice. */
async function renew({ db }: Runtime, { key, stamp, rows }: IndexEntry): Promise<void> {
  const found: readonly SearchRow[] = await rows();
  while (atomicUnsynced(db, (tx) => shrinkSearchEntry(tx, key, ROWS_AT_ONCE))) await breathe();
  for (let at = 0; at < found.length; at += ROWS_AT_ONCE) {
    atomicUnsynced(db, (tx) => growSearchEntry(tx, key, found.slice(at, at + ROWS_AT_ONCE)));
    await breathe();
  }
  atomicUnsynced(db, (tx) => finishSearchEntry(tx, key, stamp));
}

/** Puts texts off in which people are writing, and what could not be made, and for how long. */
export class Patience {
  private readonly staleSinceMs = new Map<string, number>();
  private readonly failedAtMs = new Map<string, number>();

  failed({ key }: IndexEntry, nowMs: number): void {
    this.failedAtMs.set(key, nowMs);
  }

  isDue({ key, writtenAt }: IndexEntry, nowMs: number): boolean {
    if (nowMs - (this.failedAtMs.get(key) ?? -BUSY_MS) < BUSY_MS) return false;
    this.failedAtMs.delete(key);
    if (writtenAt === null) return true;
    const since = this.staleSinceMs.get(key) ?? nowMs;
    const isDue = nowMs - Date.parse(writtenAt) >= PAUSE_MS || nowMs - since >= BUSY_MS;
    if (isDue) this.staleSinceMs.delete(key);
    else this.staleSinceMs.set(key, since);
    return isDue;
  }
}

/** Looks every five seconds; returns the function that stops it. A round that takes long is not run twice at once. */
export function startSearchIndex(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  const patience = new Patience();
  let isRunning = false;
  let isStopped = false;
  const timer = setInterval(() => {
    if (isRunning || isStopped) return;
    isRunning = true;
    const nowMs = () => Date.parse(runtime.clock.now());
    refreshSearchIndex(
      runtime,
      (entry) => patience.isDue(entry, nowMs()),
      (entry, error) => {
        // Where serving ends in the middle of an entry, its database is gone, and nothing is wrong.
        if (isStopped) return;
        logFailure(runtime, entry, error);
        patience.failed(entry, nowMs());
      },
    )
      .catch((error: unknown) => {
        if (!isStopped) runtime.logger.error({ err: error }, 'the index for finding could not be renewed');
      })
      .finally(() => {
        isRunning = false;
      });
  }, everyMs);
  timer.unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
