import type { Db } from '../../db/client';
import { lastPosition, readLog } from '../../db/update-log';
import { lastVersionHead } from '../../db/versions';
import type { TextReading } from '../../domain/text/reading';
import type { Runtime } from '../runtime';
import { readingOf } from '../text/text-work';

/** The text of a document as its log holds it, in the form that is stored, hashed and compared. */
export interface StandingText extends TextReading {
  /** Position of the log whose text this is. */
  readonly position: number;
}

/** Reads the text ahead of the transaction that will need it: a long one is read in a worker thread. */
export async function readAhead(runtime: Runtime, documentId: string): Promise<StandingText> {
  const { position, updates } = readLog(runtime.db, documentId);
  return { position, ...(await runtime.texts.read(updates)) };
}

/**
 * The text as it stands at this instant, inside a transaction: the one read ahead where nobody has written since,
 * else read here and now.
 */
export function standingText(tx: Db, documentId: string, ahead?: StandingText): StandingText {
  if (ahead !== undefined && ahead.position === lastPosition(tx, documentId)) return ahead;
  const { position, updates } = readLog(tx, documentId);
  return { position, ...readingOf(updates) };
}

/**
 * The text as it stood when somebody asked to keep it, however many have written since; the one of this instant only
 * where a later version has been kept meanwhile.
 */
export function textWhenAsked(tx: Db, documentId: string, ahead: StandingText): StandingText {
  const kept = lastVersionHead(tx, documentId)?.position ?? 0;
  return kept <= ahead.position ? ahead : standingText(tx, documentId);
}
