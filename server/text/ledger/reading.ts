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
  return readingOfTexts(textsOf(ledger.doc.getXmlFragment(FRAGMENT)), ledger);
}

/** The hands of one clause: of a list item without the lists in it. */
export function readingOfClause(clause: Y.XmlElement, ledger: Hands): Reading {
  return readingOfTexts(textsOf(clause, isList), ledger);
}

function readingOfTexts(texts: Iterable<Y.XmlText | Y.XmlElement>, ledger: Hands): Reading {
  const runs: ReadRun[] = [];
  let length = 0;
  for (const text of texts) {
    for (const run of runsOf(piecesOf(text, ledger), ledger)) {
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

/** What holds words: texts, and footnotes. */
function* textsOf(
  parent: Y.XmlFragment | Y.XmlElement,
  leftOut: (element: Y.XmlElement) => boolean = () => false,
): Generator<Y.XmlText | Y.XmlElement> {
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlText || isFootnote(type)) yield type;
    else if (type instanceof Y.XmlElement && !leftOut(type)) yield* textsOf(type, leftOut);
  }
}

function piecesOf(text: Y.XmlText | Y.XmlElement, { notes }: Hands): readonly Piece[] {
  if (text instanceof Y.XmlElement) {
    const value = standingValue(text);
    return value === null ? [] : notes.at(nameOf(value));
  }
  const pieces: Piece[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    pieces.push({ client: item.id.client, clock: item.id.clock, text: item.content.str });
  }
  return pieces;
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
