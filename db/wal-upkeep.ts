import type Database from 'better-sqlite3';
import { WAL_PAGES } from './wal-room';

/** Pages of the write-ahead log, and how many of them the database has. */
export interface CarriedOver {
  readonly log: number;
  readonly done: number;
}

/**
 * Carries the log over into the database while others go on writing. A log begins anew when all of it has been carried
 * over and the next one writes; where people type without pause something is always left. So of a log that has grown
 * long the little that is left is carried over with the writers held off, if they let go at once: nobody waits for it
 * longer than that takes.
 */
export function carryOver(sqlite: Database.Database, busyMs: number): CarriedOver {
  const first = checkpoint(sqlite, 'PASSIVE');
  if (first.log <= WAL_PAGES) return first;
  sqlite.pragma('busy_timeout = 0');
  try {
    return checkpoint(sqlite, 'RESTART');
  } finally {
    sqlite.pragma(`busy_timeout = ${busyMs}`);
  }
}

function checkpoint(sqlite: Database.Database, mode: 'PASSIVE' | 'RESTART'): CarriedOver {
  const [row] = sqlite.pragma(`wal_checkpoint(${mode})`) as { log: number; checkpointed: number }[];
  return { log: row?.log ?? 0, done: row?.checkpointed ?? 0 };
}
