import type { Redline, RedlineRow, Segment } from '../../domain/redline/types';
import type { ClauseRun } from '../../domain/text/ledger/lay';

/** Whose a run is: an ISO country code, "" for the secretariat, undefined where nobody is known. */
export type Author = string | undefined;

/** The runs of every clause of a text, in the order of `clausesOf`; the hand of a border is null. */
export type AuthoredText = readonly (readonly ClauseRun<{ readonly author: Author }>[])[];

/**
 * The redline with `author` on the inserted runs of `written` (the newer text by who wrote it) and the deleted runs
 * of `removed` (the older text by who took it away). Runs of several delegations are cut where the hand changes. A
 * clause whose words do not match letter by letter is left as it is: no author is better than a wrong one.
 */
export function withAuthors(
  redline: Redline,
  written: AuthoredText | null,
  removed: AuthoredText | null,
): Redline {
  const fresh = { words: new Cursors(written, false), notes: new Cursors(written, true) };
  const old = { words: new Cursors(removed, false), notes: new Cursors(removed, true) };
  const rows = redline.rows.map((row): RedlineRow => {
    if (row.status === 'moved-away') return row;
    const pairOf = (what: 'words' | 'notes') => ({
      insert: fresh[what].at(row.new?.index),
      delete: old[what].at(row.old?.index),
    });
    const pairs = { words: pairOf('words'), notes: pairOf('notes') };
    if (row.cells === undefined) return { ...row, segments: attributed(row.segments, pairs) };
    return {
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, segments: attributed(cell.segments, pairs) })),
    };
  });
  return { ...redline, rows };
}

/** Where one delegation alone wrote between the two texts, every change is its own; runs already signed stay. */
export function signedBy(redline: Redline, sole: string): Redline {
  const sign = (segment: Segment): Segment =>
    segment.op !== 'equal' && segment.author === undefined ? { ...segment, author: sole } : segment;
  const rows = redline.rows.map((row) => ({
    ...row,
    segments: row.segments.map(sign),
    ...(row.cells === undefined
      ? {}
      : { cells: row.cells.map((cell) => ({ ...cell, segments: cell.segments.map(sign) })) }),
  }));
  return { ...redline, rows, sole };
}

/**
 * Rows in which some of the words that stand in both texts were taken from their place, by `removed`, and others were not:
 * which of two like words is which cannot be told there. Nor where the words do not match letter by letter.
 */
export function rowsSetAnew(redline: Redline, removed: AuthoredText): Set<number> {
  const cursors = { words: new Cursors(removed, false), notes: new Cursors(removed, true) };
  const anew = new Set<number>();
  redline.rows.forEach((row, index) => {
    if (row.status === 'moved-away' || row.old === null) return;
    const hands = new Set<Author>();
    for (const segment of row.cells?.flatMap((cell) => cell.segments) ?? row.segments) {
      if (segment.op === 'insert') continue;
      const cursor = cursors[segment.footnote === true ? 'notes' : 'words'].at(row.old.index);
      const pieces = cursor?.take(segment.oldText ?? segment.text) ?? null;
      if (pieces === null) anew.add(index);
      if (segment.op === 'equal') for (const { author } of pieces ?? []) hands.add(author);
    }
    if (hands.size > 1) anew.add(index);
  });
  return anew;
}

interface CursorPair {
  readonly insert: HandCursor | null;
  readonly delete: HandCursor | null;
}

/** One cursor for each clause, over its words or those of its footnotes: a clause that was split or merged goes on in its next row. */
class Cursors {
  private readonly known = new Map<number, HandCursor>();
  private readonly text: AuthoredText | null;
  private readonly ofNotes: boolean;

  constructor(text: AuthoredText | null, ofNotes: boolean) {
    this.text = text;
    this.ofNotes = ofNotes;
  }

  at(clause: number | undefined): HandCursor | null {
    if (clause === undefined) return null;
    const known = this.known.get(clause);
    if (known !== undefined) return known;
    const runs = this.text?.[clause]?.filter(({ note }) => (note !== undefined) === this.ofNotes);
    if (runs === undefined) return null;
    const cursor = new HandCursor(runs);
    this.known.set(clause, cursor);
    return cursor;
  }
}

function attributed(
  segments: readonly Segment[],
  pairs: { readonly words: CursorPair; readonly notes: CursorPair },
): Segment[] {
  return segments.flatMap((segment) => {
    const cursors = segment.footnote === true ? pairs.notes : pairs.words;
    const fresh = segment.op === 'delete' ? null : (cursors.insert?.take(segment.text) ?? null);
    const old =
      segment.op === 'insert' ? null : (cursors.delete?.take(segment.oldText ?? segment.text) ?? null);
    const pieces = segment.op === 'equal' ? null : (fresh ?? old);
    if (pieces === null || pieces.length === 0) return [segment];
    return spacesWithWords(pieces).map(
      ({ text, author }): Segment =>
        author === undefined ? { ...segment, text } : { ...segment, text, author },
    );
  });
}

interface AuthoredPiece {
  readonly text: string;
  readonly author: Author;
}

/** Which of two spaces is the new one cannot be told: a piece of nothing but spaces goes with the words beside it. */
function spacesWithWords(pieces: readonly AuthoredPiece[]): AuthoredPiece[] {
  const joinedPieces: AuthoredPiece[] = [];
  for (const piece of pieces) {
    const last = joinedPieces.at(-1);
    if (last !== undefined && (piece.text.trim() === '' || last.text.trim() === '')) {
      const owner = piece.text.trim() === '' ? last : piece;
      joinedPieces[joinedPieces.length - 1] = { text: last.text + piece.text, author: owner.author };
    } else {
      joinedPieces.push(piece);
    }
  }
  return joinedPieces;
}

/** Walks along the runs of one clause. Borders that a segment does not show (line ends, cell ends) are stepped over. */
class HandCursor {
  private readonly runs: AuthoredText[number];
  private run = 0;
  private offset = 0;
  private lost = false;

  constructor(runs: AuthoredText[number]) {
    this.runs = runs;
  }

  /** The next characters, cut by hand; null once the segments and the runs have parted ways. */
  take(text: string): AuthoredPiece[] | null {
    if (this.lost) return null;
    const pieces: { text: string; author: Author }[] = [];
    for (let at = 0; at < text.length; ) {
      const run = this.runs[this.run];
      if (run === undefined) return this.lose();
      const rest = run.text.slice(this.offset);
      const length = commonStart(rest, text.slice(at));
      if (length === 0) {
        if (run.hand !== null || !/^[\t\n]/.test(rest)) return this.lose();
        this.step(1, run.text);
        continue;
      }
      const last = pieces.at(-1);
      const piece = text.slice(at, at + length);
      const author = run.hand?.author;
      if (last !== undefined && last.author === author) last.text += piece;
      else pieces.push({ text: piece, author });
      at += length;
      this.step(length, run.text);
    }
    return pieces;
  }

  private step(length: number, text: string): void {
    this.offset += length;
    if (this.offset < text.length) return;
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
