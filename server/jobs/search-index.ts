import { setImmediate as breathe } from 'node:timers/promises';
import { atomic } from '../../db/atomic';
import {
  finishSearchEntry,
  growSearchEntry,
  type SearchRow,
  searchStamp,
  shrinkSearchEntry,
} from '../../db/search';
import type { Runtime } from '../runtime';
import { type IndexEntry, indexEntries } from './search-entries';

const EVERY_MS = 5000;
/** So many rows are written in one transaction: a keystroke may have to wait for it. */
const ROWS_AT_ONCE = 100;
/** So many entries are looked at before others get their turn. */
const LOOKS_AT_ONCE = 50;

/**
 * Brings the index up to what stands in the tables, entry by entry; returns how many were made anew. Derived, so
 * nothing hangs on when: a text is found some seconds after it was written.
 */
export async function refreshSearchIndex(runtime: Runtime): Promise<number> {
  let renewed = 0;
  let looks = 0;
  for (const entry of indexEntries(runtime)) {
    looks += 1;
    if (looks % LOOKS_AT_ONCE === 0) await breathe();
    if (searchStamp(runtime.db, entry.key) === entry.stamp) continue;
    await renew(runtime, entry);
    renewed += 1;
  }
  return renewed;
}

/** The old rows go first: half a text is found less, never twice. */
async function renew({ db }: Runtime, { key, stamp, rows }: IndexEntry): Promise<void> {
  const found: readonly SearchRow[] = await rows();
  while (atomic(db, (tx) => shrinkSearchEntry(tx, key, ROWS_AT_ONCE))) await breathe();
  for (let at = 0; at < found.length; at += ROWS_AT_ONCE) {
    atomic(db, (tx) => growSearchEntry(tx, key, found.slice(at, at + ROWS_AT_ONCE)));
    await breathe();
  }
  atomic(db, (tx) => finishSearchEntry(tx, key, stamp));
}

/** Looks every five seconds; returns the function that stops it. A round that takes long is not run twice at once. */
export function startSearchIndex(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  let isRunning = false;
  let isStopped = false;
  const timer = setInterval(() => {
    if (isRunning || isStopped) return;
    isRunning = true;
    refreshSearchIndex(runtime)
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
