import type { Redline, RedlineRow, Segment } from './types';

export type RedlineSide = 'old' | 'new';

/** One clause of one side, read back from a redline: its words as `clauseText` gives them, and its footnotes in order. */
export interface RebuiltClause {
  readonly text: string;
  readonly footnotes: readonly string[];
}

/**
 * The clauses of one side, in the order of that text. What a redline shows as deleted and kept is exactly the
 * old text, as inserted and kept the new one; Word and PDF exports rest on this (domain/RULES.md, RL2).
 */
export function rebuild(redline: Redline, side: RedlineSide): RebuiltClause[] {
  const rowsOf = new Map<number, RedlineRow[]>();
  for (const row of redline.rows) {
    const clause = row[side];
    if (clause === null || row.status === 'moved-away') continue;
    const known = rowsOf.get(clause.index);
    if (known === undefined) rowsOf.set(clause.index, [row]);
    else known.push(row);
  }
  return [...rowsOf.entries()].sort(([a], [b]) => a - b).map(([, rows]) => rebuildClause(rows, side));
}

function rebuildClause(rows: readonly RedlineRow[], side: RedlineSide): RebuiltClause {
  const alone = side === 'old' ? 'inserted' : 'deleted';
  const read = rows.map((row) =>
    row.cells === undefined
      ? readSegments(row.segments, side)
      : joinCells(
          row.cells.filter((cell) => cell.status !== alone).map((cell) => readSegments(cell.segments, side)),
        ),
  );
  return { text: read.map((part) => part.text).join(''), footnotes: read.flatMap((part) => part.footnotes) };
}

function joinCells(cells: readonly RebuiltClause[]): RebuiltClause {
  return {
    text: cells.map((cell) => cell.text).join('\t'),
    footnotes: cells.flatMap((cell) => cell.footnotes),
  };
}

function readSegments(segments: readonly Segment[], side: RedlineSide): RebuiltClause {
  const gone = side === 'old' ? 'insert' : 'delete';
  const footnotes = new Map<number, string>();
  let text = '';
  for (const segment of segments) {
    if (segment.op === gone) continue;
    const words = side === 'old' ? (segment.oldText ?? segment.text) : segment.text;
    if (segment.footnote !== true) text += words;
    else footnotes.set(segment.note ?? 0, (footnotes.get(segment.note ?? 0) ?? '') + words);
  }
  return { text, footnotes: [...footnotes.values()] };
}
