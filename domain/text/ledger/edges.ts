import type { Passage } from './passage';

/** A passage with the words around it, put together once for all comparisons. */
export interface Edged extends Passage {
  readonly start: string;
  readonly end: string;
}

export function edged(passage: Passage): Edged {
  const { before, text, after } = passage;
  return { ...passage, start: before + text, end: text + after };
}

/**
 * The beginning or the end that two passages have in common, whichever is longer. An editor that compares old and
 * new words keeps equal letters at either end, whosever they were: the words around a run may belong to the edge.
 */
export function commonEdge(
  target: Edged,
  source: Edged,
): { targetAt: number; sourceAt: number; length: number } {
  const before = Math.max(target.before.length, source.before.length);
  const end = commonEnd(target.end, source.end);
  const [first, last] = [
    commonStart(target.start, source.start) - before,
    end - Math.max(target.after.length, source.after.length),
  ];
  return last > Math.max(0, first)
    ? { targetAt: target.end.length - end, sourceAt: source.end.length - end, length: last }
    : {
        targetAt: before - target.before.length,
        sourceAt: before - source.before.length,
        length: Math.max(0, first),
      };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) {
    length += 1;
  }
  return length;
}
