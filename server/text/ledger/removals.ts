import type { Spans } from '../../../domain/text/ledger/spans';
import type { Fate } from './hands';
import type { Reading } from './reading';

/** A run of an old text that shares one end: the row that took it away, or 0 where it was not taken away. */
export interface Removal {
  readonly length: number;
  readonly removed: number;
}

/**
 * Who took away each word of an old text by a later position: for the whole text in reading order. Words that were
 * carried elsewhere and taken away from there are followed; those that still stand somewhere were not removed.
 */
export function removalsOf(then: Reading, fates: Spans<Fate>, through: number): Removal[] {
  const removals: { length: number; removed: number }[] = [];
  const add = (length: number, removed: number) => {
    const last = removals.at(-1);
    if (length === 0) return;
    if (last?.removed === removed) last.length += length;
    else removals.push({ length, removed });
  };
  for (const run of then.runs) follow(fates, run.client, run.clock, run.length, through, add);
  return removals;
}

function follow(
  fates: Spans<Fate>,
  client: number,
  from: number,
  length: number,
  through: number,
  add: (length: number, removed: number) => void,
): void {
  let at = from;
  for (const span of fates.read(client, from, length)) {
    add(span.clock - at, 0);
    at = span.clock + span.length;
    const { removed, back, client: next, clock } = span.value;
    if (removed > through) add(span.length, 0);
    else if (back === 0 || back > through) add(span.length, removed);
    else follow(fates, next, clock, span.length, through, add);
  }
  add(from + length - at, 0);
}
