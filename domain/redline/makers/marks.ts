import type { RedlineRow, Segment } from '../types';
import { makerOfMarks } from './form';
import type { Touched } from './touched';

/**
 * Who reformatted some runs of a row. Words that somebody else took away and set again, or wrote beside their like, may
 * have got their marks from that hand: then nobody is named, nor for the marks of a footnote's sign.
 */
export function makerOfFormatting(
  row: RedlineRow,
  segments: readonly Segment[],
  runs: readonly Segment[],
  touched: Touched,
): string | undefined {
  const by = makerOfMarks(row, touched);
  if (by === undefined || runs.some(({ footnote }) => footnote === true)) return undefined;
  const known = new Set(runs.flatMap(({ text }) => wordsIn(text)));
  const isOthers = segments.some(
    ({ op, author, text }) =>
      op !== 'equal' && author !== by && wordsIn(text).some((word) => known.has(word)),
  );
  return isOthers ? undefined : by;
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}
