import type { Matching } from './matching';
import { commonSequence } from './myers';
import { joinBags, type Likenesses } from './similarity';
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
  for (const step of [1, -1]) {
    for (let index = first.index + step; index >= 0 && index < units.length; index += step) {
      const next = units[index];
      if (next === undefined || next.isRow || !isFree(index)) break;
      const longer = step > 0 ? [...parts, next] : [next, ...parts];
      if (!isBetter(whole, parts, longer, next, likenesses)) break;
      parts.splice(0, parts.length, ...longer);
    }
  }
  return parts;
}

function isBetter(
  whole: Unit,
  parts: readonly Unit[],
  longer: readonly Unit[],
  next: Unit,
  likenesses: Likenesses,
): boolean {
  if (next.words < SHORTEST_PART) return false;
  const before = joinBags(parts.map((part) => part.bag));
  const after = joinBags(longer.map((part) => part.bag));
  const gained = likenesses.shared(whole.bag, after) - likenesses.shared(whole.bag, before);
  if (gained < PART_OF_WHOLE * likenesses.total(next.bag)) return false;
  if (likenesses.ofBags(whole.bag, after).both <= likenesses.ofBags(whole.bag, before).both) return false;
  return inOrder(whole, longer, next);
}

/** Whether the words of the part also stand at its place in the whole, not just anywhere in it. */
function inOrder(whole: Unit, parts: readonly Unit[], part: Unit): boolean {
  const sequence: number[] = [];
  let from = 0;
  let to = 0;
  for (const unit of parts) {
    if (unit === part) from = sequence.length;
    sequence.push(...contentKeys(unit));
    if (unit === part) to = sequence.length;
  }
  const wholeKeys = contentKeys(whole);
  const matches = commonSequence(Int32Array.from(wholeKeys), Int32Array.from(sequence));
  const found = matches.reduce((sum, place) => sum + (place >= from && place < to ? 1 : 0), 0);
  return found >= PART_OF_WHOLE * (to - from);
}

function contentKeys(unit: Unit): number[] {
  const keys: number[] = [];
  unit.tokens.kinds.forEach((kind, index) => {
    if (kind !== SPACE_TOKEN) keys.push(unit.tokens.keys[index] ?? 0);
  });
  return keys;
}
