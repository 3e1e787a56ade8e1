import { closeSync, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Checkpoints come when the write-ahead log holds so many pages. */
export const WAL_PAGES = 2000;
/** A page of 4,096 bytes with its frame's head, and some to spare for the transaction that goes beyond. */
const WAL_ROOM = (WAL_PAGES + 400) * (4096 + 24);

/**
 * Writes zeros behind what a write-ahead log holds, up to the size it will come to. SQLite writes over them, and reads
 * a log only as far as its checksums hold. A sync of a file that grows must also make its new size durable, which
 * takes several times as long as the sync of a keystroke itself.
 */
export function makeRoomInWal(databaseFile: string): void {
  const log = openSync(`${databaseFile}-wal`, 'r+');
  try {
    const { size } = fstatSync(log);
    if (size < WAL_ROOM) writeSync(log, new Uint8Array(WAL_ROOM - size), 0, WAL_ROOM - size, size);
    fsyncSync(log);
  } finally {
    closeSync(log);
  }
}
