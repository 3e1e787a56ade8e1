import type { RedlineRow, Segment } from '../types';
import type { PlacedRow } from './placing';

/**
 * What became of a clause, as a key: equal keys are equal words in equal form, split, joined and placed alike.
 * Numbers, ids of new clauses and authors do not count: two hands that wrote the same agree.
 */
export function outcomeOf(rows: readonly PlacedRow[]): string {
  return JSON.stringify(rows.map(keyOf));
}

function keyOf({ row, after, joined }: PlacedRow): unknown {
  return [
    row.status,
    row.new === null ? null : [row.new.kind, row.new.level],
    // Whoever stays where it stood has no new place; what was put in is held together by its own place.
    row.status === 'moved' ? after : null,
    joined,
    row.segments.map(segmentKey),
    row.cells?.map((cell) => [cell.status, cell.header, cell.segments.map(segmentKey)]) ?? null,
    row.structure.map(({ what, from, to }) => [what, from, to]),
  ];
}

function segmentKey(segment: Segment): unknown {
  const { op, text, marks, oldMarks, oldText, footnote, note } = segment;
  return [op, text, marks, oldMarks ?? null, oldText ?? null, footnote ?? false, note ?? null];
}

/** The words of a row that was put in, with the kind of its clause: how two insertions are known as one. */
export function wordsOfInsertion(row: RedlineRow): string {
  const segments = row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments);
  return `${row.new?.kind ?? ''}\n${segments.map((segment) => segment.text).join('')}`;
}
