import { authorsOfChange } from '../change-authors';
import type { Change, ClauseRef, Redline } from '../types';
import type { PlacedRow, PlacedRun } from './runs';
import type { SideCursor } from './side-cursor';
import type { ListedChange, ListedRange, ListedSide } from './types';

/** Changes of a whole clause: their ranges are what their row covers. */
const OF_THE_CLAUSE: ReadonlySet<Change['kind']> = new Set([
  'clause-inserted',
  'clause-deleted',
  'moved',
  'split',
  'merged',
  'structure',
]);

/** The changes of a redline with their places; `rows` are those of the redline. */
export function listChanges(
  redline: Redline,
  rows: readonly PlacedRow[],
  old: SideCursor,
  fresh: SideCursor,
): ListedChange[] {
  const runsOf = new Map<string, PlacedRun[]>();
  for (const { runs } of rows) {
    for (const run of runs) {
      if (run.segment.change === undefined) continue;
      const known = runsOf.get(run.segment.change);
      if (known === undefined) runsOf.set(run.segment.change, [run]);
      else known.push(run);
    }
  }
  return redline.changes.map((change): ListedChange => {
    const placed = rows[change.row];
    const runs = runsOf.get(change.id) ?? [];
    const authors = authorsOfChange(
      change,
      runs.flatMap(({ segment }) => segment.author ?? []),
      redline.sole,
    );
    const structure = placed?.row.structure.find((entry) => entry.change === change.id);
    return {
      id: change.id,
      kind: change.kind,
      old: sideOfChange(change, placed, runs, 'old', old),
      new: sideOfChange(change, placed, runs, 'new', fresh),
      wordsInserted: change.wordsInserted,
      wordsDeleted: change.wordsDeleted,
      ...(structure === undefined
        ? {}
        : { structure: { what: structure.what, from: structure.from, to: structure.to } }),
      authors,
    };
  });
}

function sideOfChange(
  change: Change,
  placed: PlacedRow | undefined,
  runs: readonly PlacedRun[],
  side: 'old' | 'new',
  cursor: SideCursor,
): ListedSide | null {
  const clause = placed?.row[side] ?? null;
  if (placed === undefined || clause === null) return null;
  const ranges = OF_THE_CLAUSE.has(change.kind) ? placed[side] : rangesOf(runs, side);
  return {
    clause: named(clause),
    ranges,
    words: ranges.map((range) => cursor.wordsAt(clause.index, range)).join(''),
  };
}

function named({ index, id, kind, label, citation }: ClauseRef): ListedSide['clause'] {
  return { index, id, kind, label, citation };
}

/** The places of runs, neighbours joined. Places at which a side has nothing count only where it has nothing at all. */
function rangesOf(runs: readonly PlacedRun[], side: 'old' | 'new'): ListedRange[] {
  const ranges: ListedRange[] = [];
  for (const { segment, [side]: range } of runs) {
    if (range === null) continue;
    const isSide = segment.op === 'equal' || (segment.op === 'delete') === (side === 'old');
    const author = isSide ? segment.author : undefined;
    const next: ListedRange = author === undefined ? range : { ...range, author };
    const last = ranges.at(-1);
    if (last === undefined || last.from === last.to) ranges.splice(last === undefined ? 0 : -1, 1, next);
    else if (next.from === next.to) continue;
    else if (last.to === next.from && last.footnote === next.footnote && last.author === next.author) {
      ranges[ranges.length - 1] = { ...last, to: next.to };
    } else ranges.push(next);
  }
  return ranges;
}
