import type { Region } from './cleanup';
import { type Flat, sameFlat } from './flat';
import { invisibleKind } from './invisible';
import { NOTE_TOKEN, type Note, SEAM_TOKEN, tokenise, WORD_TOKEN } from './tokens';
import type { Segment } from './types';
import type { Vocabulary } from './vocabulary';
import { compareSides, type Side } from './words';

/**
 * A segment before it belongs to a change. Pieces of one `region` (numbers from 0) are one change of wording; `seam`
 * ends a row of a clause that was split or merged, on the side that has the end.
 */
export interface Piece {
  readonly segment: Segment;
  readonly region: number | null;
  /** Words inserted or deleted by it; a word that is cut by a mark counts with its first letter. */
  readonly words: number;
  readonly seam?: 'old' | 'new';
  /** Spaces that belong to the splitting or merging itself. */
  readonly joint?: boolean;
}

/** All words of both sides as pieces, in reading order: deletions before the insertions that take their place. */
export function comparePieces(old: Side, fresh: Side, vocabulary: Vocabulary, flip: boolean): Piece[] {
  if (sameFlat(old.flat, fresh.flat)) {
    return wholeSegments(fresh.flat, 'equal', vocabulary).map((segment) => ({
      segment,
      region: null,
      words: 0,
    }));
  }
  const regions = compareSides(old, fresh, flip);
  const writer = new PieceWriter(old, fresh, vocabulary, flip);
  let oldAt = 0;
  for (const region of regions) {
    writer.equal(oldAt, region.oldFrom);
    writer.changed(region);
    oldAt = region.oldTo;
  }
  writer.equal(oldAt, old.tokens.keys.length);
  return writer.pieces;
}

/** A text that stands on one side only, or on both without a difference. */
export function wholeSegments(
  flat: Flat,
  op: Segment['op'],
  vocabulary: Vocabulary,
  change?: string,
): Segment[] {
  const marks = new MarkCursor(flat);
  const segments: Segment[] = [];
  let notes = 0;
  for (const stretch of marks.stretches(0, flat.text.length)) {
    const segment: Segment = {
      op,
      text: stretch.note ?? flat.text.slice(stretch.from, stretch.to),
      marks: vocabulary.marksOf(stretch.marks),
      ...(stretch.note === null ? {} : { footnote: true, note: notes++ }),
      ...(change === undefined ? {} : { change }),
    };
    segments.push(segment);
  }
  return segments;
}

class PieceWriter {
  readonly pieces: Piece[] = [];
  private readonly old: Side;
  private readonly fresh: Side;
  private readonly vocabulary: Vocabulary;
  private readonly flip: boolean;
  private readonly oldMarks: MarkCursor;
  private readonly newMarks: MarkCursor;
  private newAt = 0;
  private regions = 0;
  private notes = 0;

  constructor(old: Side, fresh: Side, vocabulary: Vocabulary, flip: boolean) {
    this.old = old;
    this.fresh = fresh;
    this.vocabulary = vocabulary;
    this.flip = flip;
    this.oldMarks = new MarkCursor(old.flat);
    this.newMarks = new MarkCursor(fresh.flat);
  }

  /** Tokens `[from, to)` of the old side match as many of the new one. */
  equal(from: number, to: number): void {
    let at = from;
    while (at < to) {
      if (this.old.tokens.kinds[at] === NOTE_TOKEN) {
        this.equalNote(at);
        at += 1;
        continue;
      }
      let end = at;
      while (end < to && this.isLiterallyEqual(end, at)) end += 1;
      if (end > at) {
        this.literal(at, end);
        at = end;
      } else {
        this.invisible(at);
        at += 1;
      }
    }
  }

  changed(region: Region): void {
    const number = this.regions++;
    const { old, fresh } = this;
    this.side(old, this.oldMarks, 'delete', region.oldFrom, region.oldTo, number);
    this.side(fresh, this.newMarks, 'insert', region.newFrom, region.newTo, number);
    this.newAt = region.newTo;
  }

  private isLiterallyEqual(at: number, from: number): boolean {
    if (this.old.tokens.kinds[at] === NOTE_TOKEN) return false;
    return textAt(this.old, at) === textAt(this.fresh, this.newAt + at - from);
  }

  private literal(from: number, to: number): void {
    const length = (this.old.tokens.starts[to] ?? 0) - (this.old.tokens.starts[from] ?? 0);
    let oldPlace = this.old.tokens.starts[from] ?? 0;
    let newPlace = this.fresh.tokens.starts[this.newAt] ?? 0;
    const end = oldPlace + length;
    while (oldPlace < end) {
      const was = this.oldMarks.at(oldPlace);
      const is = this.newMarks.at(newPlace);
      const step = Math.min(end - oldPlace, was.end - oldPlace, is.end - newPlace);
      const text = this.old.flat.text.slice(oldPlace, oldPlace + step);
      this.push({ op: 'equal', text, ...this.reformatted(was.marks, is.marks) }, null);
      oldPlace += step;
      newPlace += step;
    }
    this.newAt += to - from;
  }

  /** One token that reads the same on both sides but is spelled with other characters. */
  private invisible(at: number): void {
    const oldText = textAt(this.old, at);
    const text = textAt(this.fresh, this.newAt);
    const was = this.oldMarks.at(this.old.tokens.starts[at] ?? 0);
    const is = this.newMarks.at(this.fresh.tokens.starts[this.newAt] ?? 0);
    const uniform =
      was.end >= (this.old.tokens.starts[at + 1] ?? 0) &&
      is.end >= (this.fresh.tokens.starts[this.newAt + 1] ?? 0);
    if (!uniform) {
      // Spelled otherwise and marked in parts: shown as replaced, which keeps every mark at its letters.
      this.changed({ oldFrom: at, oldTo: at + 1, newFrom: this.newAt, newTo: this.newAt + 1 });
      return;
    }
    const invisible = invisibleKind(oldText, text);
    this.push({ op: 'equal', text, ...this.reformatted(was.marks, is.marks), invisible, oldText }, null);
    this.newAt += 1;
  }

  private equalNote(at: number): void {
    const oldText = noteAt(this.old, at);
    const newText = noteAt(this.fresh, this.newAt);
    const was = this.oldMarks.at(this.old.tokens.starts[at] ?? 0);
    const is = this.newMarks.at(this.fresh.tokens.starts[this.newAt] ?? 0);
    const note = this.notes++;
    const oldSide = noteSide(oldText, was.marks, this.vocabulary);
    const newSide = noteSide(newText, is.marks, this.vocabulary);
    const inner = comparePieces(oldSide, newSide, this.vocabulary, this.flip);
    let regions = this.regions;
    for (const piece of inner) {
      const region = piece.region === null ? null : this.regions + piece.region;
      if (region !== null) regions = Math.max(regions, region + 1);
      this.push({ ...piece.segment, footnote: true, note }, region, piece.words);
    }
    if (oldText === '' || newText === '') {
      // Without words on one side, nothing else would say that the footnote stands on both.
      this.push(
        { op: 'equal', text: '', ...this.reformatted(was.marks, is.marks), footnote: true, note },
        null,
      );
    }
    this.regions = regions;
    this.newAt += 1;
  }

  private side(
    side: Side,
    cursor: MarkCursor,
    op: 'insert' | 'delete',
    from: number,
    to: number,
    region: number,
  ): void {
    let at = from;
    while (at < to) {
      if (side.tokens.kinds[at] === SEAM_TOKEN) {
        this.pieces.push({
          segment: { op, text: '', marks: [] },
          region,
          words: 0,
          seam: op === 'delete' ? 'old' : 'new',
        });
        at += 1;
        continue;
      }
      let end = at;
      while (end < to && side.tokens.kinds[end] !== SEAM_TOKEN) end += 1;
      let token = at;
      for (const stretch of cursor.stretches(side.tokens.starts[at] ?? 0, side.tokens.starts[end] ?? 0)) {
        const text = stretch.note ?? side.flat.text.slice(stretch.from, stretch.to);
        const marks = this.vocabulary.marksOf(stretch.marks);
        let words = stretch.note === null ? 0 : tokenise(stretch.note, [], this.vocabulary).words;
        while (token < end && (side.tokens.starts[token] ?? 0) < stretch.to) {
          if (side.tokens.kinds[token] === WORD_TOKEN) words += 1;
          token += 1;
        }
        this.push(
          { op, text, marks, ...(stretch.note === null ? {} : { footnote: true, note: this.notes++ }) },
          region,
          words,
        );
      }
      at = end;
    }
  }

  private reformatted(was: number, is: number): Pick<Segment, 'marks' | 'oldMarks'> {
    const marks = this.vocabulary.marksOf(is);
    return was === is ? { marks } : { marks, oldMarks: this.vocabulary.marksOf(was) };
  }

  private push(segment: Segment, region: number | null, words = 0): void {
    this.pieces.push({ segment, region, words });
  }
}

function noteSide(text: string, marks: number, vocabulary: Vocabulary): Side {
  const runs = text === '' ? [] : [{ end: text.length, marks }];
  return { flat: { text, runs, notes: [] }, tokens: tokenise(text, [], vocabulary) };
}

function textAt({ flat, tokens }: Side, at: number): string {
  return flat.text.slice(tokens.starts[at], tokens.starts[at + 1]);
}

function noteAt({ flat, tokens }: Side, at: number): string {
  return flat.notes[firstNoteFrom(flat.notes, tokens.starts[at] ?? 0)]?.text ?? '';
}

/** Index of the first footnote at or after a place. */
function firstNoteFrom(notes: readonly Note[], place: number): number {
  let [from, to] = [0, notes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((notes[middle]?.at ?? 0) < place) from = middle + 1;
    else to = middle;
  }
  return from;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly marks: number;
  /** The words of a footnote, null for running text. */
  readonly note: string | null;
}

/** Reads the marks of a text from its start to its end. */
class MarkCursor {
  private run = 0;
  private readonly flat: Flat;

  constructor(flat: Flat) {
    this.flat = flat;
  }

  /** The marks at `place` and where they end; places are asked for in ascending order. */
  at(place: number): { readonly marks: number; readonly end: number } {
    while (this.run < this.flat.runs.length - 1 && (this.flat.runs[this.run]?.end ?? 0) <= place)
      this.run += 1;
    return this.flat.runs[this.run] ?? { marks: 0, end: this.flat.text.length };
  }

  /** `[from, to)` cut where marks change and around footnotes. */
  *stretches(from: number, to: number): Generator<Stretch> {
    let place = from;
    while (place < to) {
      const { marks, end } = this.at(place);
      const note = this.flat.notes[firstNoteFrom(this.flat.notes, place)];
      if (note?.at === place) {
        yield { from: place, to: place + 1, marks, note: note.text };
        place += 1;
        continue;
      }
      const until = Math.min(to, end, note?.at ?? to);
      yield { from: place, to: until, marks, note: null };
      place = until;
    }
  }
}
