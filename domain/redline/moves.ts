import { rareWordCandidates } from './gaps';
import type { Matching } from './matching';
import type { Likenesses } from './similarity';
import type { Unit } from './units';

/** A clause found elsewhere has moved where it is at least this much the same and long enough to be known again. */
const SAME_AFTER_MOVE = 0.7;
const WORDS_TO_KNOW_AGAIN = 5;
const ALL_PAIRS = 40_000;

interface Move {
  readonly old: Unit;
  readonly new: Unit;
  readonly likeness: number;
  readonly worth: number;
}

/** Pairs clauses that neither id nor place has paired, best first. */
export function findMoves(matching: Matching, likenesses: Likenesses): void {
  const old = matching.old.filter((unit) => matching.isFreeOld(unit.index) && isLong(unit));
  const fresh = matching.new.filter((unit) => matching.isFreeNew(unit.index) && isLong(unit));
  const moves = candidates(old, fresh, likenesses).sort(
    (a, b) =>
      b.likeness - a.likeness || b.worth - a.worth || a.old.index - b.old.index || a.new.index - b.new.index,
  );
  for (const move of moves) {
    if (!matching.isFreeOld(move.old.index) || !matching.isFreeNew(move.new.index)) continue;
    matching.pair(move.old, move.new, matching.fits(move.old, move.new) ? 'kept' : 'moved');
  }
  for (const unit of matching.old) {
    const partner = matching.partnerOfOld(unit.index);
    if (partner !== null && matching.isMoved(unit.index)) takeAlong(matching, unit, partner, likenesses);
  }
}

/** Neighbours that stand beside a moved clause in both texts moved with it, however short they are. */
function takeAlong(matching: Matching, old: Unit, fresh: Unit, likenesses: Likenesses): void {
  for (const step of [1, -1]) {
    for (let distance = step; ; distance += step) {
      const a = matching.old[old.index + distance];
      const b = matching.new[fresh.index + distance];
      if (a === undefined || b === undefined) break;
      if (!matching.isFreeOld(a.index) || !matching.isFreeNew(b.index)) break;
      if (likenesses.between(a, b).both < SAME_AFTER_MOVE) break;
      matching.pair(a, b, 'moved');
    }
  }
}

function isLong(unit: Unit): boolean {
  return unit.words >= WORDS_TO_KNOW_AGAIN;
}

function candidates(old: readonly Unit[], fresh: readonly Unit[], likenesses: Likenesses): Move[] {
  const found: Move[] = [];
  const consider = (a: Unit | undefined, b: Unit | undefined) => {
    if (a === undefined || b === undefined) return;
    const likeness = likenesses.between(a, b).both;
    if (likeness >= SAME_AFTER_MOVE) found.push({ old: a, new: b, likeness, worth: likeness * a.words });
  };
  if (old.length * fresh.length <= ALL_PAIRS) {
    for (const a of old) for (const b of fresh) consider(a, b);
    return found;
  }
  const equals = new Map<string, Unit[]>();
  for (const unit of fresh) equals.set(unit.key, [...(equals.get(unit.key) ?? []), unit]);
  // Of many equal clauses the first with the first is as good as any other pairing.
  for (const unit of old) consider(unit, equals.get(unit.key)?.shift());
  for (const candidate of rareWordCandidates(old, fresh, likenesses)) {
    consider(old[candidate.old], fresh[candidate.new]);
  }
  return found;
}
