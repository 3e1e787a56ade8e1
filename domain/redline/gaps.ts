import { type Candidate, heaviestChain } from './chains';
import { commonSequence } from './myers';
import type { Likenesses } from './similarity';
import type { Unit } from './units';

/** Up to this many pairs of clauses in a gap are all compared; larger gaps are cut at what stands out first. */
const ALL_PAIRS = 40_000;
/** Up to this many are few enough for their place to speak for them. */
const FEW_PAIRS = 16;
/** A word in at most this many clauses of each side of a gap makes them candidates. */
const RARE = 3;
/** So many of the best candidates of a clause are looked at closely. */
const CLOSE_LOOKS = 4;

export interface Pair {
  readonly old: Unit;
  readonly new: Unit;
}

/**
 * Pairs the clauses of a gap (both lists in reading order, nothing in them paired yet) in one common order:
 * equal clauses at the ends, clauses that read the same and stand alone, clauses that share rare words, and in
 * what is left the pairing that keeps the most words.
 */
export function pairGap(
  old: readonly Unit[],
  fresh: readonly Unit[],
  likenesses: Likenesses,
  pairs: Pair[],
): void {
  let start = 0;
  const shorter = Math.min(old.length, fresh.length);
  while (start < shorter && old[start]?.key === fresh[start]?.key) {
    add(pairs, old[start], fresh[start]);
    start += 1;
  }
  let oldEnd = old.length;
  let newEnd = fresh.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1]?.key === fresh[newEnd - 1]?.key) {
    oldEnd -= 1;
    newEnd -= 1;
    add(pairs, old[oldEnd], fresh[newEnd]);
  }
  const oldRest = old.slice(start, oldEnd);
  const newRest = fresh.slice(start, newEnd);
  if (oldRest.length === 0 || newRest.length === 0) return;
  const chain = anchors(oldRest, newRest, likenesses);
  if (chain.length > 0) {
    let oldAt = 0;
    let newAt = 0;
    for (const anchor of chain) {
      pairGap(oldRest.slice(oldAt, anchor.old), newRest.slice(newAt, anchor.new), likenesses, pairs);
      add(pairs, oldRest[anchor.old], newRest[anchor.new]);
      oldAt = anchor.old + 1;
      newAt = anchor.new + 1;
    }
    pairGap(oldRest.slice(oldAt), newRest.slice(newAt), likenesses, pairs);
  } else if (oldRest.length * newRest.length <= ALL_PAIRS) {
    pairAll(oldRest, newRest, (a, b) => likenesses.sameClause(a, b), pairs);
  } else {
    pairEqual(oldRest, newRest, pairs);
  }
}

function add(pairs: Pair[], old: Unit | undefined, fresh: Unit | undefined): void {
  if (old !== undefined && fresh !== undefined) pairs.push({ old, new: fresh });
}

function anchors(old: readonly Unit[], fresh: readonly Unit[], likenesses: Likenesses): Candidate[] {
  const alone = heaviestChain(loneEquals(old, fresh));
  if (alone.length > 0) return alone;
  if (old.length * fresh.length <= ALL_PAIRS) return [];
  return heaviestChain(rareWordCandidates(old, fresh, likenesses));
}

/** Clauses that read the same and occur once on each side. */
export function loneEquals(old: readonly Unit[], fresh: readonly Unit[]): Candidate[] {
  const inNew = singles(fresh);
  const candidates: Candidate[] = [];
  for (const [key, place] of singles(old)) {
    const other = inNew.get(key);
    const words = old[place]?.words ?? 0;
    if (place >= 0 && other !== undefined && other >= 0 && words > 0) {
      candidates.push({ old: place, new: other, weight: words + 1 });
    }
  }
  return candidates;
}

function singles(units: readonly Unit[]): Map<string, number> {
  const places = new Map<string, number>();
  units.forEach((unit, index) => {
    places.set(unit.key, places.has(unit.key) ? -1 : index);
  });
  return places;
}

/** Pairs that share words which few clauses have, each clause with the one it is most like. */
export function rareWordCandidates(
  old: readonly Unit[],
  fresh: readonly Unit[],
  likenesses: Likenesses,
): Candidate[] {
  const inOld = rarePlaces(old);
  const inNew = rarePlaces(fresh);
  const votes = old.map(() => new Map<number, number>());
  for (const [word, places] of inOld) {
    for (const other of inNew.get(word) ?? []) {
      for (const place of places) {
        const mine = votes[place];
        mine?.set(other, (mine.get(other) ?? 0) + 1);
      }
    }
  }
  return votes.flatMap((mine, place) => {
    const unit = old[place];
    const likely = [...mine].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSE_LOOKS);
    let best: Candidate | null = null;
    for (const [other] of likely) {
      const partner = fresh[other];
      if (unit === undefined || partner === undefined) continue;
      const likeness = likenesses.sameClause(unit, partner);
      const weight = likeness * (unit.words + partner.words);
      if (likeness > 0 && weight > (best?.weight ?? 0)) best = { old: place, new: other, weight };
    }
    return best === null ? [] : [best];
  });
}

function rarePlaces(units: readonly Unit[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  units.forEach((unit, index) => {
    let last = -1;
    for (const word of unit.bag) {
      if (word === last) continue;
      last = word;
      const known = places.get(word);
      if (known === undefined) places.set(word, [index]);
      else if (known.length <= RARE) known.push(index);
    }
  });
  for (const [word, known] of places) if (known.length > RARE) places.delete(word);
  return places;
}

/** Pairs the few clauses left between the same neighbours, of whose words less has to be left. */
export function pairInPlace(
  old: readonly Unit[],
  fresh: readonly Unit[],
  likenesses: Likenesses,
  pairs: Pair[],
): void {
  if (old.length * fresh.length > FEW_PAIRS) return;
  pairAll(old, fresh, (a, b) => likenesses.sameClauseInPlace(a, b), pairs);
}

type Likely = (a: Unit, b: Unit) => number;

/** The pairing in order that keeps the most words, found by dynamic programming over all pairs. */
function pairAll(old: readonly Unit[], fresh: readonly Unit[], likely: Likely, pairs: Pair[]): void {
  const width = fresh.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const worth = new Float64Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const [a, b] = [old[i], fresh[j]];
      if (a === undefined || b === undefined) continue;
      const at = i * width + j;
      worth[at] = worthOf(a, b, likely(a, b));
      best[at] = Math.max(
        best[at + 1] ?? 0,
        best[at + width] ?? 0,
        (worth[at] ?? 0) > 0 ? (worth[at] ?? 0) + (best[at + width + 1] ?? 0) : 0,
      );
    }
  }
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    const at = i * width + j;
    const value = best[at] ?? 0;
    if ((worth[at] ?? 0) > 0 && value === (worth[at] ?? 0) + (best[at + width + 1] ?? 0)) {
      add(pairs, old[i], fresh[j]);
      i += 1;
      j += 1;
    } else if (value === best[at + width]) i += 1;
    else j += 1;
  }
}

function worthOf(a: Unit, b: Unit, likeness: number): number {
  if (likeness === 0) return 0;
  // The square prefers one close pair to two loose ones; the same kind of clause breaks ties.
  const kind = a.clause.kind === b.clause.kind && a.clause.level === b.clause.level ? 0.01 : 0;
  return likeness * likeness * (a.words + b.words + 1) + kind;
}

/** Only clauses that read the same, in the longest common order: what is left for a gap where nothing stands out. */
function pairEqual(old: readonly Unit[], fresh: readonly Unit[], pairs: Pair[]): void {
  const numbers = new Map<string, number>();
  const numberOf = (unit: Unit) => {
    const known = numbers.get(unit.key);
    if (known !== undefined) return known;
    numbers.set(unit.key, numbers.size);
    return numbers.size - 1;
  };
  const matches = commonSequence(Int32Array.from(old, numberOf), Int32Array.from(fresh, numberOf));
  matches.forEach((place, index) => {
    if (place >= 0) add(pairs, old[index], fresh[place]);
  });
}
