import type { RedlineRow } from '../types';
import { carrierOf, idsOf, lastHandOf, soleHandOf, type Touched } from './touched';

type Both = RedlineRow & {
  readonly old: NonNullable<RedlineRow['old']>;
  readonly new: NonNullable<RedlineRow['new']>;
};

/**
 * Who put a moved clause where it stands. Whether a clause moved or those it passed can look the same, so that the places
 * of both count: two clauses change their order in no row but one that moved either. One delegation alone moved the
 * clause, and nobody else one at least of those it passed; or nobody moved it, and one delegation alone those it passed;
 * or the last of several that moved it surely did, and nobody else any of those.
 */
export class MoveMakers {
  private readonly stayed: readonly Both[];
  private readonly moved: readonly Both[];
  private readonly touched: Touched;

  constructor(rows: readonly RedlineRow[], touched: Touched) {
    const both = rows.filter((row): row is Both => row.old !== null && row.new !== null);
    this.stayed = both.filter(({ status }) => status !== 'moved');
    this.moved = both.filter(({ status }) => status === 'moved');
    this.touched = touched;
  }

  makerOf(row: RedlineRow): string | undefined {
    const { old, new: fresh } = row;
    if (old === null || fresh === null || old.id === null || fresh.id === null) return undefined;
    const passed = this.passedBy({ ...row, old, new: fresh });
    if (passed.length === 0) return undefined;
    if (old.id !== fresh.id) return ifAny(this.carrierOf(old.id, fresh.id), passed, this.isFreeOfOthers);
    const places = this.touched.of(old.id, 'place');
    if (places.length === 0) return this.soleMoverOf(passed);
    const sole = soleHandOf(places);
    if (sole !== undefined) return ifAny(sole, passed, this.isFreeOfOthers);
    const last = places.at(-1)?.isSure === true ? lastHandOf(places) : undefined;
    return last !== undefined && passed.every((other) => this.isFreeOfOthers(last, other)) ? last : undefined;
  }

  /** Clauses that stayed, and now stand on the other side; where it passed none, those that moved too. */
  private passedBy(move: Both): readonly Both[] {
    const isPassed = (other: Both) =>
      other.old.index !== move.old.index &&
      other.new.index !== move.new.index &&
      other.old.index < move.old.index !== other.new.index < move.new.index;
    const stayed = this.stayed.filter(isPassed);
    return stayed.length > 0 ? stayed : this.moved.filter(isPassed);
  }

  private soleMoverOf(passed: readonly Both[]): string | undefined {
    const hands = passed.map((other) => {
      const ids = idsOf(other);
      return ids?.length === 1 ? soleHandOf(this.touched.of(ids[0] ?? '', 'place')) : undefined;
    });
    const [first] = hands;
    return hands.every((hand) => hand === first) ? first : undefined;
  }

  private carrierOf(from: string, to: string): string | undefined {
    const by = carrierOf(from, to, this.touched);
    return by !== undefined && this.touched.onlyMayBe(by, [from, to], 'place') ? by : undefined;
  }

  private readonly isFreeOfOthers = (by: string, other: Both): boolean => {
    const ids = idsOf(other);
    return ids !== null && this.touched.onlyMayBe(by, ids, 'place');
  };
}

function ifAny(
  by: string | undefined,
  passed: readonly Both[],
  isSo: (by: string, other: Both) => boolean,
): string | undefined {
  return by !== undefined && passed.some((other) => isSo(by, other)) ? by : undefined;
}
