import { footnoteGroups } from '../footnote-groups';
import type { ClauseRef, Redline, RedlineRow, Segment } from '../types';
import type { FootnoteCursor, SideCursor } from './side-cursor';
import type { ListedRange } from './types';

/** A segment of a redline with its places. A side that lacks it has the empty place where it would stand. */
export interface PlacedRun {
  readonly segment: Segment;
  readonly old: ListedRange | null;
  readonly new: ListedRange | null;
}

/** A row of a redline with the places of its runs, and what it covers of the clause on either side. */
export interface PlacedRow {
  readonly row: RedlineRow;
  readonly runs: readonly PlacedRun[];
  readonly old: readonly ListedRange[];
  readonly new: readonly ListedRange[];
}

/** The rows of a redline with the places of everything in them; `moved-away` repeats no words and covers nothing. */
export function placeRows(redline: Redline, old: SideCursor, fresh: SideCursor): PlacedRow[] {
  return redline.rows.map((row) => {
    if (row.status === 'moved-away') return { row, runs: [], old: [], new: [] };
    const was = new RowSide(old, row.old);
    const is = new RowSide(fresh, row.new);
    const runs: PlacedRun[] = [];
    if (row.cells === undefined) placeSegments(row.segments, was, is, runs);
    for (const cell of row.cells ?? []) {
      if (cell.status !== 'inserted') was.nextCell();
      if (cell.status !== 'deleted') is.nextCell();
      placeSegments(cell.segments, was, is, runs);
    }
    return { row, runs, old: was.covered(), new: is.covered() };
  });
}

function placeSegments(segments: readonly Segment[], old: RowSide, fresh: RowSide, runs: PlacedRun[]): void {
  for (const group of footnoteGroups(segments)) {
    const isNote = group[0]?.footnote === true;
    const was = isNote && group.some(({ op }) => op !== 'insert') ? old.footnote() : old;
    const is = isNote && group.some(({ op }) => op !== 'delete') ? fresh.footnote() : fresh;
    for (const segment of group) runs.push(place(segment, was, is));
  }
}

/** Something that is read letter by letter: a side of a row, or a footnote of it. */
interface Reader {
  read(length: number): ListedRange | null;
}

function place(segment: Segment, old: Reader, fresh: Reader): PlacedRun {
  return {
    segment,
    old: old.read(segment.op === 'insert' ? 0 : (segment.oldText ?? segment.text).length),
    new: fresh.read(segment.op === 'delete' ? 0 : segment.text.length),
  };
}

/** One side of a row, read from its start. */
class RowSide implements Reader {
  private readonly cursor: SideCursor;
  private readonly clause: number | null;
  private readonly start: number;
  private readonly footnotes: FootnoteCursor[] = [];
  private cells = 0;

  constructor(cursor: SideCursor, ref: ClauseRef | null) {
    this.cursor = cursor;
    this.clause = ref?.index ?? null;
    this.start = this.read(0)?.from ?? 0;
  }

  /** Cells are divided by a tab. */
  nextCell(): void {
    if (this.cells > 0) this.read(1);
    this.cells += 1;
  }

  read(length: number): ListedRange | null {
    return this.clause === null ? null : this.cursor.read(this.clause, length);
  }

  footnote(): Reader {
    if (this.clause === null) return this;
    const footnote = this.cursor.nextFootnote(this.clause);
    this.footnotes.push(footnote);
    return footnote;
  }

  covered(): ListedRange[] {
    const end = this.read(0);
    if (end === null) return [];
    return [{ from: this.start, to: end.to }, ...this.footnotes.map(({ whole }) => whole)];
  }
}
