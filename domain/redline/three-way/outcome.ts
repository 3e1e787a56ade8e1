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
    runKeys(row.segments),
    row.cells?.map((cell) => [cell.status, cell.header, runKeys(cell.segments)]) ?? null,
    row.structure.map(({ what, from, to }) => [what, from, to]),
  ];
}

/** Runs as keys, neighbours of one fate in one piece: where the hand changes the words do not. */
function runKeys(segments: readonly Segment[]): unknown[] {
  const runs: { form: string; text: string; oldText: string }[] = [];
  for (const { op, text, marks, oldMarks, oldText, invisible, footnote, note } of segments) {
    const form = JSON.stringify([
      op,
      marks,
      oldMarks ?? null,
      invisible ?? null,
      footnote ?? false,
      note ?? null,
    ]);
    const last = runs.at(-1);
    if (last?.form === form) {
      last.text += text;
      last.oldText += oldText ?? text;
    } else {
      runs.push({ form, text, oldText: oldText ?? text });
    }
  }
  return runs;
}

/** The words of a row that was put in, with the kind of its clause: how two insertions are known as one. */
export function wordsOfInsertion(row: RedlineRow): string {
  const segments = row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments);
  return `${row.new?.kind ?? ''}\n${segments.map((segment) => segment.text).join('')}`;
}
