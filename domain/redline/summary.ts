import type { Matching } from './matching';
import type { Change, RedlineRow, RedlineSummary } from './types';
import type { Unit } from './units';

/** Counts a redline. Words moved are words that moved unchanged; edits inside a moved clause count as edits. */
export function summarise(
  matching: Matching,
  rows: readonly RedlineRow[],
  changes: readonly Change[],
  wordsMoved: number,
  identical: boolean,
): RedlineSummary {
  const edited = new Set<number>();
  for (const change of changes) if (change.kind === 'wording') edited.add(change.row);
  const countRows = (status: RedlineRow['status']) => rows.filter((row) => row.status === status).length;
  const countChanges = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    oldWords: wordsIn(matching.old),
    newWords: wordsIn(matching.new),
    wordsInserted: changes.reduce((sum, change) => sum + change.wordsInserted, 0),
    wordsDeleted: changes.reduce((sum, change) => sum + change.wordsDeleted, 0),
    wordsMoved,
    clausesInserted: countRows('inserted'),
    clausesDeleted: countRows('deleted'),
    clausesMoved: countRows('moved'),
    clausesEdited: edited.size,
    formattingChanges: countChanges('formatting'),
    structureChanges: countChanges('structure'),
    identical,
  };
}

function wordsIn(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.words, 0);
}
