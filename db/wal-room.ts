import { closeSync, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** Checkpoints come when the write-ahead log holds so many pages. */
export const WAL_PAGES = 2000;
/** A page of 4,096 bytes with its frame's head, and some to spare for the transaction that goes beyond. */
const WAL_ROOM = (WAL_PAGES + 400) * (4096 + 24);

/**
 * Writes zeros behind what the write-ahead log holds, up to the size it will come to. SQLite writes over them, and
 * reads a log only as far as its checksums hold. A sync of a file that grows must also make its new size durable,
 * which takes longer than the sync of a keystroke itself. The write lock is held meanwhile: whoever else has the
 * database open cannot be adding to the log where the zeros go.
 */
export function makeRoomInWal(sqlite: Database.Database): void {
  sqlite.exec('BEGIN IMMEDIATE');
  const log = openSync(`${sqlite.name}-wal`, 'r+');
  try {
    const { size } = fstatSync(log);
    if (size < WAL_ROOM) writeSync(log, new Uint8Array(WAL_ROOM - size), 0, WAL_ROOM - size, size);
    fsyncSync(log);
  } finally {
    closeSync(log);
    sqlite.exec('ROLLBACK');
  }
}
