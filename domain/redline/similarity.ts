import { keptPhrases } from './phrases';
import type { Unit } from './units';

/** How like two clauses are, as the weight of the words they share. */
export interface Likeness {
  /** Shared weight against both together: 0 nothing, 1 the same words. */
  readonly both: number;
  /** Shared weight against the lighter of the two: 1 where one holds the other. */
  readonly held: number;
}

const NOTHING: Likeness = { both: 0, held: 0 };

/** Weighs words: one that stands everywhere says little about which clause this is, a rare one much. */
export class Likenesses {
  private readonly weights: Uint8Array;
  private readonly totals = new Map<Int32Array, number>();

  constructor(units: readonly (readonly Unit[])[], vocabularySize: number) {
    const counts = new Int32Array(vocabularySize);
    for (const unit of units.flat()) {
      for (const word of unit.bag) counts[word] = (counts[word] ?? 0) + 1;
    }
    this.weights = Uint8Array.from(counts, (count) => Math.max(1, 12 - (32 - Math.clz32(count))));
  }

  weight(word: number): number {
    return this.weights[word] ?? 1;
  }

  /** The weight of a bag of words. */
  total(bag: Int32Array): number {
    const known = this.totals.get(bag);
    if (known !== undefined) return known;
    let total = 0;
    for (const word of bag) total += this.weights[word] ?? 1;
    this.totals.set(bag, total);
    return total;
  }

  /** The weight of what two bags share. */
  shared(a: Int32Array, b: Int32Array): number {
    let shared = 0;
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
      const left = a[i] ?? 0;
      const right = b[j] ?? 0;
      if (left === right) {
        shared += this.weights[left] ?? 1;
        i += 1;
        j += 1;
      } else if (left < right) i += 1;
      else j += 1;
    }
    return shared;
  }

  between(a: Unit, b: Unit): Likeness {
    if (a.isRow !== b.isRow) return NOTHING;
    if (a.key === b.key) return { both: 1, held: 1 };
    return this.ofBags(a.bag, b.bag);
  }

  ofBags(a: Int32Array, b: Int32Array): Likeness {
    const weightA = this.total(a);
    const weightB = this.total(b);
    if (weightA === 0 || weightB === 0) return NOTHING;
    const shared = this.shared(a, b);
    return { both: (2 * shared) / (weightA + weightB), held: shared / Math.min(weightA, weightB) };
  }

  /**
   * Whether two clauses are the same clause reworded, and how surely: 0 no, 1 the same words. A clause that was
   * much extended or cut down still is the same clause where nearly all of the shorter one is in the longer one.
   */
  sameClause(a: Unit, b: Unit): number {
    if (a.isRow !== b.isRow) return 0;
    if (a.key === b.key) return 1;
    const weightA = this.total(a.bag);
    const weightB = this.total(b.bag);
    const lighter = Math.min(weightA, weightB);
    const isLong = Math.min(a.words, b.words) >= LONG_ENOUGH_TO_BE_HELD;
    // Most pairs are told apart by their sizes alone.
    if (!isLong && (2 * lighter) / (weightA + weightB) < SAME_CLAUSE) return 0;
    const { both, held } = this.ofBags(a.bag, b.bag);
    if (both >= SAME_CLAUSE) return both;
    return isLong && held >= HELD_CLAUSE ? SAME_CLAUSE : 0;
  }

  /**
   * `sameClause` of two clauses that stand between the same neighbours: there, less has to be left of the words, and
   * whole phrases of everyday words, which weigh little, are as good.
   */
  sameClauseInPlace(a: Unit, b: Unit): number {
    const likeness = this.sameClause(a, b);
    if (likeness > 0 || Math.min(a.words, b.words) < LONG_ENOUGH_TO_BE_HELD) return likeness;
    const { both } = this.between(a, b);
    if (both >= SAME_IN_PLACE) return both;
    const isOfOneKind = a.clause.kind === b.clause.kind && a.clause.level === b.clause.level;
    return isOfOneKind && !a.isRow && !b.isRow && keptPhrases(a.tokens, b.tokens) >= KEPT_PHRASES
      ? SAME_IN_PLACE
      : 0;
  }
}

const SAME_CLAUSE = 0.4;
const SAME_IN_PLACE = 0.28;
const KEPT_PHRASES = 0.3;
const HELD_CLAUSE = 0.8;
const LONG_ENOUGH_TO_BE_HELD = 8;
