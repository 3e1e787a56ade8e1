import { countWordsOf } from '../../text/word-count';
import type { CellRow, Change, Redline, RedlineRow, Segment } from '../types';

/**
 * The redline with every move told as a clause deleted in one place and inserted in the other, for readers and
 * programs that know no moves. Edits within a moved clause are lost in the two wordings.
 */
export function movesApart(redline: Redline): Redline {
  const changes: Change[] = [];
  const isMoved = (change: Change) => redline.rows[change.row]?.status === 'moved';
  for (const change of redline.changes) {
    if (!isMoved(change)) changes.push(change);
    else if (change.kind === 'moved') changes.push(...apart(change, redline));
  }
  const rows = redline.rows.map((row): RedlineRow => {
    const other = redline.rows[row.counterpart ?? -1];
    if (row.status === 'moved') return whole(row, row, 'insert');
    return row.status === 'moved-away' && other !== undefined ? whole(row, other, 'delete') : row;
  });
  const sum = (of: (change: Change) => number) => changes.reduce((total, change) => total + of(change), 0);
  const { summary } = redline;
  return {
    ...redline,
    rows,
    changes,
    summary: {
      ...summary,
      wordsInserted: sum(({ wordsInserted }) => wordsInserted),
      wordsDeleted: sum(({ wordsDeleted }) => wordsDeleted),
      wordsMoved: 0,
      clausesInserted: summary.clausesInserted + summary.clausesMoved,
      clausesDeleted: summary.clausesDeleted + summary.clausesMoved,
      clausesMoved: 0,
    },
  };
}

function apart(change: Change, { rows }: Redline): Change[] {
  const row = rows[change.row];
  if (row === undefined) return [];
  const oldText = wordsOf(row, 'insert');
  const newText = wordsOf(row, 'delete');
  return [
    {
      ...change,
      kind: 'clause-inserted',
      oldText: '',
      newText,
      wordsInserted: countWordsOf(newText),
      wordsDeleted: 0,
    },
    {
      ...change,
      id: `${change.id}-old`,
      kind: 'clause-deleted',
      row: row.counterpart ?? change.row,
      oldText,
      newText: '',
      wordsInserted: 0,
      wordsDeleted: countWordsOf(oldText),
    },
  ];
}

function wordsOf(row: RedlineRow, except: Segment['op']): string {
  const words = (segments: readonly Segment[]) =>
    segments.map((segment) => (segment.op === except ? '' : segment.text)).join('');
  return row.cells === undefined
    ? words(row.segments)
    : row.cells.map((cell) => words(cell.segments)).join('\t');
}

/** The row as inserted or deleted, with the words that `source` has on that side. */
function whole(row: RedlineRow, source: RedlineRow, op: 'insert' | 'delete'): RedlineRow {
  const except = op === 'insert' ? 'delete' : 'insert';
  const moved = source.segments.concat((source.cells ?? []).flatMap((cell) => cell.segments));
  const id = moved.find((segment) => segment.change !== undefined)?.change;
  const side = (segments: readonly Segment[]): Segment[] =>
    segments.filter((segment) => segment.op !== except).map((segment) => oneSided(segment, op, id));
  const { counterpart: _, ...rest } = row;
  return {
    ...rest,
    status: op === 'insert' ? 'inserted' : 'deleted',
    old: op === 'insert' ? null : row.old,
    new: op === 'insert' ? row.new : null,
    segments: side(source.segments),
    ...(source.cells === undefined ? {} : { cells: cells(source.cells, except, op, side) }),
    structure: [],
    changed: true,
  };
}

function cells(
  from: readonly CellRow[],
  except: 'insert' | 'delete',
  op: 'insert' | 'delete',
  side: (segments: readonly Segment[]) => Segment[],
): CellRow[] {
  const gone = except === 'insert' ? 'inserted' : 'deleted';
  const status = op === 'insert' ? 'inserted' : 'deleted';
  return from
    .filter((cell) => cell.status !== gone)
    .map((cell) => ({ status, header: cell.header, segments: side(cell.segments) }));
}

/** Of a run that both texts have, the old wording and its marks count where the old text is told. */
function oneSided(segment: Segment, op: 'insert' | 'delete', id: string | undefined): Segment {
  const { oldMarks, oldText, invisible: _, change, ...rest } = segment;
  const isOld = op === 'delete';
  const known = change ?? id;
  return {
    ...rest,
    op,
    text: isOld ? (oldText ?? segment.text) : segment.text,
    marks: isOld ? (oldMarks ?? segment.marks) : segment.marks,
    ...(known === undefined ? {} : { change: known }),
  };
}
