import type { SpanEdit } from './spans';

/** What one delegation, or several with the same words, would have in a line. */
export interface OwnedEdits {
  readonly countries: readonly string[];
  readonly edits: readonly SpanEdit[];
}

/** A stretch of a line in which changes meet that cannot all be made. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** Where the words end that a region has to take in whole so that no bracket is torn; see `wholeBrackets`. */
export type Widen = (region: Region) => Region;

/**
 * The stretches that changes are gathered into: those that touch the same words or the same place are of one stretch,
 * others stand for themselves.
 */
export function regionsOf(all: readonly OwnedEdits[], widen: Widen): Region[] {
  let regions = joinTouching(all.flatMap(({ edits }) => edits.map(({ from, to }) => ({ from, to }))));
  for (;;) {
    const wide = regions.map(widen);
    const joined = joinTouching(wide);
    const isSettled =
      joined.length === regions.length &&
      joined.every(({ from, to }, index) => from === regions[index]?.from && to === regions[index]?.to);
    if (isSettled) return joined;
    regions = joined;
  }
}

function joinTouching(regions: readonly Region[]): Region[] {
  const joined: { from: number; to: number }[] = [];
  for (const region of [...regions].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && touches(last, region)) last.to = Math.max(last.to, region.to);
    else joined.push({ ...region });
  }
  return joined;
}

/** An insertion touches what begins, ends or goes on at its place; two stretches of words only when they overlap. */
export function touches(a: Region, b: Region): boolean {
  const isPoint = a.from === a.to || b.from === b.to;
  return isPoint ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to;
}
