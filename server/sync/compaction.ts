import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { readLog, saveCompacted, tailLength } from '../../db/update-log';
import { mergeState } from '../text/ydoc';
import type { Room } from './room';

/** A tail longer than this is compacted: so much is what a cold opening may have to merge. */
export const LONGEST_TAIL = 200;

/**
 * Stores the text of a room as one compacted state once the tail of its log has grown long (SY15). The log stays
 * whole; the compacted state only spares the next opening from reading it all. Failing to store it is no loss.
 */
export function compactIfLong(db: Db, room: Room, logger: Logger): void {
  const { documentId } = room;
  try {
    if (tailLength(db, documentId) <= LONGEST_TAIL) return;
    const inHand = room.stateInHand();
    if (inHand !== null) {
      saveCompacted(db, documentId, room.position, inHand);
      return;
    }
    const { position, updates } = readLog(db, documentId);
    saveCompacted(db, documentId, position, mergeState(updates));
  } catch (error) {
    logger.warn({ err: error, documentId }, 'compaction failed');
  }
}
