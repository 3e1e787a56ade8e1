import type { Db } from '../../db/client';
import { lastPosition, readLog } from '../../db/update-log';
import { lastVersionHead, versionTextAt } from '../../db/versions';
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
 * Reads the text ahead of the transaction that will need it: once for each position of its log, however many pages show
 * it. Where a version was kept at that position its words are those of the text (VE1); else the log is read, a long one
 * in a worker thread.
 */
export async function readAhead(runtime: Runtime, documentId: string): Promise<StandingText> {
  const texts = known.get(runtime.db) ?? new Map<string, StandingText>();
  known.set(runtime.db, texts);
  const remembered = texts.get(documentId);
  const last = lastPosition(runtime.db, documentId);
  if (remembered !== undefined && remembered.position === last) {
    texts.delete(documentId);
    texts.set(documentId, remembered);
    return remembered;
  }
  const standing = textOfVersion(runtime.db, documentId, last) ?? (await textOfLog(runtime, documentId));
  texts.delete(documentId);
  texts.set(documentId, standing);
  const [oldest] = texts.keys();
  if (texts.size > REMEMBERED && oldest !== undefined) texts.delete(oldest);
  return standing;
}

function textOfVersion(db: Db, documentId: string, position: number): StandingText | null {
  const kept = versionTextAt(db, documentId, position);
  return kept === null ? null : { position, canonical: kept.text, hash: kept.hash, words: kept.words };
}

async function textOfLog(runtime: Runtime, documentId: string): Promise<StandingText> {
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
