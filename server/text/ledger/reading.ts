import * as Y from 'yjs';
import { FRAGMENT } from '../ydoc';
import type { Hand } from './hands';
import type { Ledger } from './ledger';
import { isFootnote, nameOf, standingValue } from './note-change';
import type { Piece } from './stretch';

/** A run of live text in one hand. Its first character has this id, the following ones count on from it. */
export interface ReadRun extends Hand {
  /** In characters (UTF-16) of the composed form (NFC), the form in which versions are kept. */
  readonly length: number;
  readonly client: number;
  readonly clock: number;
}

/** The hands of a whole text in reading order, the words of footnotes where these are called; structure is left out. */
export interface Reading {
  readonly length: number;
  readonly runs: readonly ReadRun[];
}

/** What a reading is read off. */
type Hands = Pick<Ledger, 'hands' | 'notes'>;

export function readingOf(ledger: Hands & Pick<Ledger, 'doc'>): Reading {
  return readingOfSpans(spansOf(ledger.doc.getXmlFragment(FRAGMENT), ledger), ledger);
}

/** The hands of one clause: of a list item without the lists in it. */
export function readingOfClause(clause: Y.XmlElement, ledger: Hands): Reading {
  return readingOfSpans(spansOf(clause, ledger, isList), ledger);
}

function readingOfSpans(spans: Iterable<readonly Piece[]>, ledger: Hands): Reading {
  const runs: ReadRun[] = [];
  let length = 0;
  for (const pieces of spans) {
    for (const run of runsOf(pieces, ledger)) {
      length += run.length;
      const last = runs.at(-1);
      if (last !== undefined && continues(last, run)) {
        runs[runs.length - 1] = { ...last, length: last.length + run.length };
      } else if (run.length > 0) {
        runs.push(run);
      }
    }
  }
  return { length, runs };
}

/** Two readings of equal length, cut so that each part is one run in both. */
export function* sideBySide(
  then: Reading,
  now: Reading,
): Generator<{ readonly old: ReadRun; readonly fresh: ReadRun; readonly length: number }> {
  let [i, j, inOld, inFresh] = [0, 0, 0, 0];
  for (;;) {
    const [old, fresh] = [then.runs[i], now.runs[j]];
    if (old === undefined || fresh === undefined) return;
    const length = Math.min(old.length - inOld, fresh.length - inFresh);
    yield {
      old: { ...old, clock: old.clock + inOld, length },
      fresh: { ...fresh, clock: fresh.clock + inFresh, length },
      length,
    };
    inOld += length;
    inFresh += length;
    if (inOld === old.length) [i, inOld] = [i + 1, 0];
    if (inFresh === fresh.length) [j, inFresh] = [j + 1, 0];
  }
}

function continues(last: ReadRun, run: ReadRun): boolean {
  return (
    last.client === run.client &&
    last.clock + last.length === run.clock &&
    last.written === run.written &&
    last.carried === run.carried
  );
}

function isList({ nodeName }: Y.XmlElement): boolean {
  return nodeName === 'bulletList' || nodeName === 'orderedList';
}

/**
 * What a version composes as one: words of equal marks that follow each other, in however many texts, and the words of
 * each footnote. A mark that combines with the letter before it does so only within one of these.
 */
function* spansOf(
  parent: Y.XmlFragment | Y.XmlElement,
  ledger: Hands,
  leftOut: (element: Y.XmlElement) => boolean = () => false,
): Generator<readonly Piece[]> {
  let marks = '';
  let pieces: Piece[] = [];
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlText) {
      for (const word of wordsOf(type)) {
        if (word.marks !== marks) {
          yield pieces;
          [marks, pieces] = [word.marks, []];
        }
        pieces.push(word.piece);
      }
      continue;
    }
    yield pieces;
    pieces = [];
    if (isFootnote(type)) {
      const value = standingValue(type);
      if (value !== null) yield ledger.notes.at(nameOf(value));
    } else if (type instanceof Y.XmlElement && !leftOut(type)) yield* spansOf(type, ledger, leftOut);
  }
  yield pieces;
}

/** The words of a text as Yjs holds them, with the marks they stand under. */
function* wordsOf(text: Y.XmlText): Generator<{ readonly piece: Piece; readonly marks: string }> {
  const open = new Map<string, unknown>();
  let marks = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) open.delete(content.key);
      else open.set(content.key, content.value);
      marks = open.size === 0 ? '' : JSON.stringify([...open].sort(([a], [b]) => (a < b ? -1 : 1)));
    } else if (content instanceof Y.ContentString) {
      yield { piece: { client: item.id.client, clock: item.id.clock, text: content.str }, marks };
    }
  }
}

function runsOf(pieces: readonly Piece[], { hands }: Hands): ReadRun[] {
  const runs: ReadRun[] = [];
  let words = '';
  for (const { client, clock, text } of pieces) {
    words += text;
    for (const span of hands.read(client, clock, text.length)) {
      runs.push({ ...span.value, length: span.length, client, clock: span.clock });
    }
  }
  return words.normalize('NFC').length === words.length ? runs : composed(runs, words);
}

/** The same runs, their lengths counted in composed characters. */
function composed(runs: readonly ReadRun[], words: string): ReadRun[] {
  let [raw, before] = [0, 0];
  return runs.map((run) => {
    raw += run.length;
    const end = words.slice(0, raw).normalize('NFC').length;
    const length = Math.max(0, end - before);
    before = Math.max(before, end);
    return { ...run, length };
  });
}
