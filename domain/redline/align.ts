import { type Candidate, heaviestChain } from './chains';
import { loneEquals, type Pair, pairGap, pairInPlace } from './gaps';
import { Matching } from './matching';
import { findMoves } from './moves';
import type { Likenesses } from './similarity';
import { growParts } from './splits';
import type { Unit } from './units';

/** An id is believed at once where the clause is at least this much the same … */
const SURE = 0.5;
/** … and where nothing better turns up, down to here (or where one holds half of the other). */
const PLAUSIBLE = 0.2;
const PLAUSIBLY_HELD = 0.5;

/**
 * Finds which clause became which: by stable id where the words bear it out, by equal words, then by likeness
 * between those; grows splits and merges; takes what is left and still alike as moved; and what then stands alone
 * between the same neighbours as reworded, where enough is left of it.
 */
export function align(old: readonly Unit[], fresh: readonly Unit[], likenesses: Likenesses): Matching {
  const matching = new Matching(old, fresh);
  const known = identified(old, fresh, likenesses);
  const pairs = pairsByIdAndWords(old, fresh, known);
  const chain = new Set(heaviestChain(pairs.map(candidateOf)).map((candidate) => candidate.old));
  for (const { pair, byId } of pairs) {
    if (chain.has(pair.old.index)) matching.pair(pair.old, pair.new, 'kept');
    else if (byId) matching.pair(pair.old, pair.new, 'moved');
  }
  fillGaps(matching, likenesses, pairGap);
  for (const { old: a, new: b } of known.blank) {
    if (matching.isFreeOld(a.index) && matching.isFreeNew(b.index) && matching.fits(a, b)) {
      matching.pair(a, b, 'kept');
    }
  }
  growParts(matching, likenesses);
  findMoves(matching, likenesses);
  fillGaps(matching, likenesses, pairInPlace);
  return matching;
}

interface Identified {
  readonly sure: readonly Pair[];
  readonly plausible: readonly Pair[];
  /** One of the two has no words yet: the same clause only where nothing else claims either. */
  readonly blank: readonly Pair[];
}

function identified(old: readonly Unit[], fresh: readonly Unit[], likenesses: Likenesses): Identified {
  const sure: Pair[] = [];
  const plausible: Pair[] = [];
  const blank: Pair[] = [];
  const inNew = byId(fresh);
  for (const [id, unit] of byId(old)) {
    const partner = inNew.get(id);
    if (unit === null || partner === undefined || partner === null || unit.isRow !== partner.isRow) continue;
    const pair = { old: unit, new: partner };
    const { both, held } = likenesses.between(unit, partner);
    if (both >= SURE) sure.push(pair);
    else if (both >= PLAUSIBLE || held >= PLAUSIBLY_HELD) plausible.push(pair);
    else if (unit.flat.text === '' || partner.flat.text === '') blank.push(pair);
  }
  return { sure, plausible, blank };
}

/** Clauses by id; null for an id that is not unique and so identifies nothing. */
function byId(units: readonly Unit[]): Map<string, Unit | null> {
  const known = new Map<string, Unit | null>();
  for (const unit of units) {
    const { id } = unit.clause;
    if (id !== null) known.set(id, known.has(id) ? null : unit);
  }
  return known;
}

interface FoundPair {
  readonly pair: Pair;
  readonly byId: boolean;
}

function candidateOf({ pair }: FoundPair): Candidate {
  return { old: pair.old.index, new: pair.new.index, weight: Math.min(pair.old.words, pair.new.words) + 1 };
}

function pairsByIdAndWords(old: readonly Unit[], fresh: readonly Unit[], known: Identified): FoundPair[] {
  const takenOld = new Set<number>();
  const takenNew = new Set<number>();
  const found: FoundPair[] = [];
  const take = (pair: Pair, isById: boolean) => {
    if (takenOld.has(pair.old.index) || takenNew.has(pair.new.index)) return;
    takenOld.add(pair.old.index);
    takenNew.add(pair.new.index);
    found.push({ pair, byId: isById });
  };
  for (const pair of known.sure) take(pair, true);
  const oldLeft = old.filter((unit) => !takenOld.has(unit.index));
  const newLeft = fresh.filter((unit) => !takenNew.has(unit.index));
  for (const lone of loneEquals(oldLeft, newLeft)) {
    const [a, b] = [oldLeft[lone.old], newLeft[lone.new]];
    if (a !== undefined && b !== undefined) take({ old: a, new: b }, false);
  }
  for (const pair of known.plausible) take(pair, true);
  return found;
}

/** Pairs what lies free between two neighbouring kept pairs. */
function fillGaps(matching: Matching, likenesses: Likenesses, pairUp: typeof pairGap): void {
  const pairs: Pair[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  const fill = (oldTo: number, newTo: number) => {
    const old = matching.old.slice(oldFrom, oldTo).filter((unit) => matching.isFreeOld(unit.index));
    const fresh = matching.new.slice(newFrom, newTo).filter((unit) => matching.isFreeNew(unit.index));
    if (old.length > 0 && fresh.length > 0) pairUp(old, fresh, likenesses, pairs);
  };
  for (const unit of matching.old) {
    const partner = matching.partnerOfOld(unit.index);
    if (partner === null || matching.isMoved(unit.index)) continue;
    fill(unit.index, partner.index);
    oldFrom = unit.index + 1;
    newFrom = partner.index + 1;
  }
  fill(matching.old.length, matching.new.length);
  for (const pair of pairs) matching.pair(pair.old, pair.new, 'kept');
}
