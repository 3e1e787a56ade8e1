import type { Segment } from '../../domain/redline/types';
import type { ChangeSign, Run } from './sheet';
import { wordRuns } from './words';

/**
 * Segments of a redline as runs. A footnote that is in the new text is a footnote, its changes inside; one that was
 * taken away stands in the line, struck, so that the notes of the page count as those of the new text do.
 */
export function segmentRuns(segments: readonly Segment[], noteWord: string): Run[] {
  return groups(segments).flatMap((group): Run[] => {
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

/** Runs of one footnote brought together; all others alone. */
function groups(segments: readonly Segment[]): Segment[][] {
  const found: Segment[][] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    const before = last?.[0];
    if (
      last !== undefined &&
      segment.footnote === true &&
      before?.footnote === true &&
      before.note === segment.note
    ) {
      last.push(segment);
    } else {
      found.push([segment]);
    }
  }
  return found;
}
