import type { ClauseRef, Redline } from '../types';
import { pairInsertions } from './insertions';
import { outcomeOf } from './outcome';
import { type PlacedRow, placeRows } from './placing';
import type { ThreeWay, ThreeWayEntry, Touch } from './types';

export type { ThreeWay } from './types';

/**
 * What two texts each made of their common base: both redlines laid beside each other by the base's clauses.
 * Exchanging A and B exchanges the sides of every entry and changes nothing else. Throws where the redlines begin
 * from different texts.
 */
export function layBeside(a: Redline, b: Redline): ThreeWay {
  if (a.oldHash !== b.oldHash) throw new Error('layBeside: the redlines begin from different texts');
  const [inA, inB] = [placeRows(a), placeRows(b)];
  const entries: ThreeWayEntry[] = [];
  // Where insertions of both stand at one place, the order must not depend on which side is called A.
  const bLeads = b.newHash < a.newHash;
  const insertions = pairInsertions(inA.inserted, inB.inserted, bLeads);
  const put = (base: number) => {
    for (const { a: ofA, b: ofB, isSamePlace } of insertions.get(base) ?? []) {
      entries.push(entry(null, ofA === null ? [] : [ofA], ofB === null ? [] : [ofB], isSamePlace));
    }
  };
  put(-1);
  const clauses = Math.max(inA.ofBase.length, inB.ofBase.length);
  for (let index = 0; index < clauses; index += 1) {
    const ofA = inA.ofBase[index] ?? [];
    const ofB = inB.ofBase[index] ?? [];
    entries.push(entry(ofA[0]?.row.old ?? ofB[0]?.row.old ?? null, ofA, ofB, true));
    put(index);
  }
  const counts: Record<Touch, number> = { neither: 0, onlyA: 0, onlyB: 0, alike: 0, differently: 0 };
  for (const { touch } of entries) counts[touch] += 1;
  return { baseHash: a.oldHash, aHash: a.newHash, bHash: b.newHash, entries, counts };
}

function entry(
  base: ClauseRef | null,
  a: readonly PlacedRow[],
  b: readonly PlacedRow[],
  isSamePlace: boolean,
): ThreeWayEntry {
  return {
    base,
    touch: touchOf(a, b, isSamePlace),
    a: a.map((placed) => placed.index),
    b: b.map((placed) => placed.index),
  };
}

function touchOf(a: readonly PlacedRow[], b: readonly PlacedRow[], isSamePlace: boolean): Touch {
  const [byA, byB] = [isTouched(a), isTouched(b)];
  if (!byA || !byB) return byA ? 'onlyA' : byB ? 'onlyB' : 'neither';
  return isSamePlace && outcomeOf(a) === outcomeOf(b) ? 'alike' : 'differently';
}

function isTouched(rows: readonly PlacedRow[]): boolean {
  return rows.some(({ row }) => row.changed || row.status !== 'kept' || row.structure.length > 0);
}
