import type { Logger } from 'pino';
import type { OpenedDb } from '../db/client';

/** Often enough for a log that fills while two hundred people type, seldom enough for the disk. */
const EVERY_MS = 4000;

/**
 * Carries the write-ahead log over every few seconds, so that no commit of somebody's words has to (ADR 0030). Where
 * that fails the log grows until it does not. Call the result to stop it.
 */
export function startLogUpkeep(opened: Pick<OpenedDb, 'carryOver'>, logger: Logger): () => void {
  const timer = setInterval(() => {
    try {
      opened.carryOver();
    } catch (error) {
      logger.warn({ err: error }, 'the write-ahead log was not carried over');
    }
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
