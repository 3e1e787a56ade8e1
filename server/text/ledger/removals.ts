import type { RemovedRun } from '../../../domain/text/ledger/authorship';
import type { Spans } from '../../../domain/text/ledger/spans';
import type { Fate } from './hands';
import type { Reading } from './reading';

/**
 * Who took away each word of an old text by a later position: for the whole text in reading order. Words that were
 * carried elsewhere are followed to their end. Those that still stand somewhere were taken away, if at all, by
 * whoever first carried them into another clause, else by whoever carried them last.
 */
export function removalsOf(then: Reading, fates: Spans<Fate>, through: number): RemovedRun[] {
  const removals: RemovedRun[] = [];
  const add = (length: number, removed: number) => {
    const last = removals.at(-1);
    if (length === 0) return;
    if (last?.removed === removed) removals[removals.length - 1] = { removed, length: last.length + length };
    else removals.push({ length, removed });
  };
  const follower = new Follower(fates, through, add);
  for (const { client, clock, length } of then.runs) follower.follow({ client, clock, length }, 0, 0);
  return removals;
}

class Follower {
  private readonly fates: Spans<Fate>;
  private readonly through: number;
  private readonly add: (length: number, removed: number) => void;

  constructor(fates: Spans<Fate>, through: number, add: (length: number, removed: number) => void) {
    this.fates = fates;
    this.through = through;
    this.add = add;
  }

  /** `carriedOff` is the row that took the words into another clause, `carried` the one that moved them last; 0 for none. */
  follow(
    { client, clock, length }: { client: number; clock: number; length: number },
    carriedOff: number,
    carried: number,
  ): void {
    const standing = carriedOff === 0 ? carried : carriedOff;
    let at = clock;
    for (const span of this.fates.read(client, clock, length)) {
      this.add(span.clock - at, standing);
      at = span.clock + span.length;
      const { removed, back, leaves, ...next } = span.value;
      if (removed > this.through) this.add(span.length, standing);
      else if (back === 0 || back > this.through) this.add(span.length, removed);
      else {
        const off = carriedOff === 0 && leaves ? removed : carriedOff;
        this.follow({ ...next, length: span.length }, off, removed);
      }
    }
    this.add(clock + length - at, standing);
  }
}
