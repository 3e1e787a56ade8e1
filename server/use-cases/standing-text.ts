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

/** Texts that are remembered, of each its newest: derived from the log, so they may be forgotten at any time. */
const REMEMBERED = 24;
const known = new WeakMap<Db, Map<string, StandingText>>();

/**
 * Reads the text ahead of the transaction that will need it: a long one is read in a worker thread, and once for each
 * position of its log, however many pages show it.
 */
export async function readAhead(runtime: Runtime, documentId: string): Promise<StandingText> {
  const texts = known.get(runtime.db) ?? new Map<string, StandingText>();
  known.set(runtime.db, texts);
  const remembered = texts.get(documentId);
  if (remembered !== undefined && remembered.position === lastPosition(runtime.db, documentId)) {
    texts.delete(documentId);
    texts.set(documentId, remembered);
    return remembered;
  }
  const { position, updates } = readLog(runtime.db, documentId);
  const standing = { position, ...(await runtime.texts.read(updates)) };
  texts.delete(documentId);
  texts.set(documentId, standing);
  const [oldest] = texts.keys();
  if (texts.size > REMEMBERED && oldest !== undefined) texts.delete(oldest);
  return standing;
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
