import { deleteExpiredImports } from '../../db/imports';
import { deleteExpiredSheets } from '../../db/sheets';
import type { Runtime } from '../runtime';

const EVERY_MS = 600_000;

/** Deletes files that waited for their person in vain (IM18, XL22), every ten minutes; returns the function that stops it. */
export function startExpiredImports(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  const timer = setInterval(() => {
    try {
      const now = runtime.clock.now();
      deleteExpiredImports(runtime.db, now);
      deleteExpiredSheets(runtime.db, now);
    } catch (error) {
      runtime.logger.error({ err: error }, 'waiting files could not be looked after');
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
