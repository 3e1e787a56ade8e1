import type { Matching } from './matching';
import { commonSequence } from './myers';
import type { Likenesses } from './similarity';
import { SPACE_TOKEN } from './tokens';
import type { Unit } from './units';

/** A neighbour is a part of a clause where at least this share of it was in the clause and nowhere in its other parts. */
const PART_OF_WHOLE = 0.5;
const SHORTEST_PART = 2;

/**
 * Looks beside every kept pair for unpaired neighbours whose words are missing from the partner: a clause that
 * was split, or several that were merged. Rows of tables are never parts.
 */
export function growParts(matching: Matching, likenesses: Likenesses): void {
  for (const old of matching.old) {
    const fresh = matching.partnerOfOld(old.index);
    if (fresh === null || matching.isMoved(old.index) || old.isRow || old.key === fresh.key) continue;
    const isFreeNew = (index: number) => matching.isFreeNew(index);
    const isFreeOld = (index: number) => matching.isFreeOld(index);
    const news = partsBeside(old, fresh, matching.new, isFreeNew, likenesses);
    const olds = news.length > 1 ? [old] : partsBeside(fresh, old, matching.old, isFreeOld, likenesses);
    if (news.length === 1 && olds.length === 1) continue;
    // Where no id says which part is the clause itself, it is the first.
    const isSame = old.clause.id !== null && old.clause.id === fresh.clause.id;
    const [self, partner] = isSame ? [old, fresh] : [olds[0] ?? old, news[0] ?? fresh];
    matching.part(old, fresh);
    matching.pair(self, partner, 'kept');
    for (const part of news) if (part !== partner) matching.addSplit(self, part);
    for (const part of olds) if (part !== self) matching.addMerged(part, partner);
  }
}

function partsBeside(
  whole: Unit,
  first: Unit,
  units: readonly Unit[],
  isFree: (index: number) => boolean,
  likenesses: Likenesses,
): Unit[] {
  const parts = [first];
  let rest: Rest | null = null;
  for (const step of [1, -1] as const) {
    for (let index = first.index + step; index >= 0 && index < units.length; index += step) {
      const next = units[index];
      if (next === undefined || next.isRow || !isFree(index) || next.words < SHORTEST_PART) break;
      rest ??= new Rest(whole, first, likenesses);
      if (!rest.take(next, step)) break;
      if (step > 0) parts.push(next);
      else parts.unshift(next);
    }
  }
  return parts;
}

/** Further than this from where the parts so far end in the whole, words are not looked for. */
const SLACK = 400;

/** What is left of a clause beside the parts that were found of it. */
class Rest {
  private readonly left = new Map<number, number>();
  private readonly keys: Int32Array;
  private readonly likenesses: Likenesses;
  private readonly whole: number;
  private parts = 0;
  private shared = 0;
  /** The stretch of the whole's tokens that the parts cover. */
  private from: number;
  private to: number;

  constructor(whole: Unit, first: Unit, likenesses: Likenesses) {
    this.likenesses = likenesses;
    this.whole = likenesses.total(whole.bag);
    for (const word of whole.bag) this.left.set(word, (this.left.get(word) ?? 0) + 1);
    this.keys = contentKeys(whole);
    this.from = this.keys.length;
    this.to = 0;
    this.cover(contentKeys(first), 0, this.keys.length);
    this.use(first.bag);
  }

  /** Takes a neighbour as a part, or not: because of its words, or of the order in which they stand. */
  take(next: Unit, step: 1 | -1): boolean {
    const weight = this.likenesses.total(next.bag);
    const gained = this.gainOf(next.bag);
    if (gained < PART_OF_WHOLE * weight) return false;
    const before = this.shared / (this.whole + this.parts);
    const after = (this.shared + gained) / (this.whole + this.parts + weight);
    if (after <= before) return false;
    const keys = contentKeys(next);
    const isCovered =
      step > 0
        ? this.cover(keys, this.to - SLACK, this.to + keys.length + SLACK)
        : this.cover(keys, this.from - keys.length - SLACK, this.from + SLACK);
    if (isCovered) this.use(next.bag);
    return isCovered;
  }

  /** Weight of the words of a part that the other parts have left over. Equal words stand together in a bag. */
  private gainOf(bag: Int32Array): number {
    let gained = 0;
    let used = 0;
    bag.forEach((word, index) => {
      used = word === bag[index - 1] ? used + 1 : 1;
      if (used <= (this.left.get(word) ?? 0)) gained += this.likenesses.weight(word);
    });
    return gained;
  }

  private use(bag: Int32Array): void {
    this.shared += this.gainOf(bag);
    this.parts += this.likenesses.total(bag);
    for (const word of bag) this.left.set(word, (this.left.get(word) ?? 0) - 1);
  }

  /** Whether the tokens of a part stand in one order in that stretch of the whole; if so, the parts now reach there. */
  private cover(keys: Int32Array, from: number, to: number): boolean {
    const start = Math.max(0, from);
    const matches = commonSequence(this.keys.subarray(start, Math.min(to, this.keys.length)), keys);
    const places: number[] = [];
    matches.forEach((place, index) => {
      if (place >= 0) places.push(start + index - place);
    });
    if (places.length < PART_OF_WHOLE * keys.length) return false;
    // Where the part begins, told by most of its words: stray ones match far away.
    const begin = places.sort((a, b) => a - b)[places.length >> 1] ?? 0;
    this.from = Math.min(this.from, begin);
    this.to = Math.max(this.to, begin + keys.length);
    return true;
  }
}

function contentKeys(unit: Unit): Int32Array {
  return unit.tokens.keys.filter((_, index) => unit.tokens.kinds[index] !== SPACE_TOKEN);
}
