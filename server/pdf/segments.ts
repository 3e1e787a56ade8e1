import { footnoteGroups } from '../../domain/redline/footnote-groups';
import type { Segment } from '../../domain/redline/types';
import type { ChangeSign, Run } from './sheet';
import { wordRuns } from './words';

/**
 * Segments of a redline as runs. A footnote that is in the new text is a footnote, its changes inside; one that was
 * taken away stands in the line, struck, so that the notes of the page count as those of the new text do.
 */
export function segmentRuns(segments: readonly Segment[], noteWord: string): Run[] {
  return footnoteGroups(segments).flatMap((group): Run[] => {
    const runs = group.flatMap((segment) => wordRuns(segment.text, segment.marks, signOf(segment)));
    if (group[0]?.footnote !== true) return runs;
    if (group.every((segment) => segment.op === 'delete')) {
      return [...wordRuns(` [${noteWord} `, [], 'del'), ...runs, ...wordRuns(']', [], 'del')];
    }
    const isNew = group.every((segment) => segment.op === 'insert');
    return [{ note: runs, ...(isNew ? { c: 'ins' as const } : {}) }];
  });
}

function signOf(segment: Segment): ChangeSign | undefined {
  if (segment.op === 'insert') return 'ins';
  if (segment.op === 'delete') return 'del';
  if (segment.invisible !== undefined) return 'hid';
  return segment.oldMarks === undefined ? undefined : 'fmt';
}
