import type { Segment } from './types';

/** The segments of a row or cell, in order: those of one footnote brought together, all others alone. */
export function footnoteGroups(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    const before = last?.[0];
    const goesOn = segment.footnote === true && before?.footnote === true && before.note === segment.note;
    if (last !== undefined && goesOn) last.push(segment);
    else groups.push([segment]);
  }
  return groups;
}
