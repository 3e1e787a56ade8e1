import * as Y from 'yjs';
import type { Redline, RedlineRow, Segment } from '../../domain/redline/types';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { docOfState, FRAGMENT } from './ydoc';

/** A stretch of text by one Yjs client; the structure between the words (line breaks, cell borders) is nobody's. */
export interface AuthorRun {
  readonly text: string;
  readonly clientId: number | null;
}

/**
 * Who wrote each word of the live text, by Yjs client id: for every clause, in the order of `clausesOf`, its runs;
 * joined they are `clauseText`. Read off the state itself, so it holds for whatever rows of the log are given.
 */
export function authorship(updates: readonly Uint8Array[]): AuthorRun[][] {
  const doc = docOfState(updates);
  const authors: number[] = [];
  const marked: DocumentJson = {
    type: 'doc',
    content: doc
      .getXmlFragment(FRAGMENT)
      .toArray()
      .flatMap((child) => markedNodes(child, authors)),
  };
  const clauses = clausesOf(marked).map((clause) => runsOf(clauseText(clause), authors));
  doc.destroy();
  return clauses;
}

/**
 * Stand-in for the words: the text of the state with a marker before every run, so that the one way in which a
 * clause's words are put together (`clauseText`) also puts the authors together. U+E000–U+E002 are private use
 * characters; where a text holds them itself its clause simply stays unattributed.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';

function markedNodes(child: unknown, authors: number[]): NodeJson[] {
  if (child instanceof Y.XmlText) {
    return clientRuns(child).map(({ clientId, text }) => {
      authors.push(clientId);
      return { type: 'text', text: `${OPEN}${authors.length - 1}${CLOSE}${text}${OPEN}${CLOSE}` };
    });
  }
  if (!(child instanceof Y.XmlElement)) return [];
  return [
    {
      type: child.nodeName,
      attrs: child.getAttributes() as Record<string, unknown>,
      content: child.toArray().flatMap((grandchild) => markedNodes(grandchild, authors)),
    },
  ];
}

/** The live characters of a Yjs text in order, joined while they stay with one client. */
function clientRuns(text: Y.XmlText): { clientId: number; text: string }[] {
  const runs: { clientId: number; text: string }[] = [];
  for (let item: Y.Item | null = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const last = runs.at(-1);
    if (last?.clientId === item.id.client) last.text += item.content.str;
    else runs.push({ clientId: item.id.client, text: item.content.str });
  }
  return runs;
}

function runsOf(marked: string, authors: readonly number[]): AuthorRun[] {
  const runs: AuthorRun[] = [];
  const pattern = /\uE000(\d+)\uE001([\s\S]*?)\uE000\uE001|([^\uE000]+)/g;
  for (const [, index, words, between] of marked.matchAll(pattern)) {
    if (between !== undefined) runs.push({ text: between, clientId: null });
    else if (words !== undefined && words !== '') {
      runs.push({ text: words, clientId: authors[Number(index)] ?? null });
    }
  }
  return runs;
}

/**
 * The redline with `author` on the inserted runs whose writer is known. Runs of several delegations are cut where
 * the hand changes. A clause whose words do not match letter by letter is left as it is: no author is better than
 * a wrong one.
 */
export function withAuthors(
  redline: Redline,
  newText: DocumentJson,
  runs: readonly (readonly AuthorRun[])[],
  countryOf: (clientId: number) => string | undefined,
): Redline {
  const clauses = clausesOf(newText);
  const cursors = new Map<number, HandCursor>();
  const cursorFor = (index: number): HandCursor | null => {
    const known = cursors.get(index);
    if (known !== undefined) return known;
    const clause = clauses[index];
    const hands = runs[index];
    if (clause === undefined || hands === undefined) return null;
    if (joined(hands).normalize('NFC') !== clauseText(clause).normalize('NFC')) return null;
    const cursor = new HandCursor(hands.map((run) => ({ ...run, text: run.text.normalize('NFC') })));
    cursors.set(index, cursor);
    return cursor;
  };
  const rows = redline.rows.map((row): RedlineRow => {
    const cursor = row.new === null || row.status === 'moved-away' ? null : cursorFor(row.new.index);
    if (cursor === null) return row;
    if (row.cells === undefined) return { ...row, segments: attributed(row.segments, cursor, countryOf) };
    return {
      ...row,
      cells: row.cells.map((cell) =>
        cell.status === 'deleted'
          ? cell
          : { ...cell, segments: attributed(cell.segments, cursor, countryOf) },
      ),
    };
  });
  return { ...redline, rows };
}

function attributed(
  segments: readonly Segment[],
  cursor: HandCursor,
  countryOf: (clientId: number) => string | undefined,
): Segment[] {
  return segments.flatMap((segment) => {
    if (segment.op === 'delete' || segment.footnote === true) return [segment];
    const pieces = cursor.take(segment.text);
    if (pieces === null || segment.op === 'equal') return [segment];
    return spacesWithWords(pieces).map(({ text, clientId }): Segment => {
      const author = clientId === null ? undefined : countryOf(clientId);
      return author === undefined ? { ...segment, text } : { ...segment, text, author };
    });
  });
}

/** Which of two spaces is the new one cannot be told: a piece of nothing but spaces goes with the words beside it. */
function spacesWithWords(pieces: readonly AuthorRun[]): AuthorRun[] {
  const joinedPieces: AuthorRun[] = [];
  for (const piece of pieces) {
    const last = joinedPieces.at(-1);
    if (last !== undefined && (piece.text.trim() === '' || last.text.trim() === '')) {
      const owner = piece.text.trim() === '' ? last : piece;
      joinedPieces[joinedPieces.length - 1] = { text: last.text + piece.text, clientId: owner.clientId };
    } else {
      joinedPieces.push(piece);
    }
  }
  return joinedPieces;
}

function joined(runs: readonly AuthorRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Walks along the runs of one clause. Borders that a segment does not show (line ends, cell ends) are stepped over. */
class HandCursor {
  private readonly runs: readonly AuthorRun[];
  private run = 0;
  private offset = 0;
  private lost = false;

  constructor(runs: readonly AuthorRun[]) {
    this.runs = runs;
  }

  /** The next characters, cut by hand; null once the segments and the runs have parted ways. */
  take(text: string): AuthorRun[] | null {
    if (this.lost) return null;
    const pieces: { text: string; clientId: number | null }[] = [];
    for (let at = 0; at < text.length; ) {
      const run = this.runs[this.run];
      if (run === undefined) return this.lose();
      const rest = run.text.slice(this.offset);
      const length = commonStart(rest, text.slice(at));
      if (length === 0) {
        if (run.clientId !== null || !/^[\t\n]/.test(rest)) return this.lose();
        this.step(1, run);
        continue;
      }
      const last = pieces.at(-1);
      const piece = text.slice(at, at + length);
      if (last !== undefined && last.clientId === run.clientId) last.text += piece;
      else pieces.push({ text: piece, clientId: run.clientId });
      at += length;
      this.step(length, run);
    }
    return pieces;
  }

  private step(length: number, run: AuthorRun): void {
    this.offset += length;
    if (this.offset < run.text.length) return;
    this.run += 1;
    this.offset = 0;
  }

  private lose(): null {
    this.lost = true;
    return null;
  }
}

function commonStart(a: string, b: string): number {
  const longest = Math.min(a.length, b.length);
  let length = 0;
  while (length < longest && a[length] === b[length]) length += 1;
  return length;
}
