import type { Unit } from './units';

/**
 * Which clause of one text is which of the other. Every clause has at most one partner; partners that stand in
 * the same order in both texts are `kept`, the others `moved`. A clause that was split (or merged) has further
 * parts beside its partner.
 */
export class Matching {
  readonly old: readonly Unit[];
  readonly new: readonly Unit[];
  private readonly newOf: Int32Array;
  private readonly oldOf: Int32Array;
  private readonly moved: Uint8Array;
  /** Further new parts of a split clause, by new place; further old parts of a merged one, by old place. */
  private readonly splitFrom: Int32Array;
  private readonly mergedInto: Int32Array;

  constructor(old: readonly Unit[], fresh: readonly Unit[]) {
    this.old = old;
    this.new = fresh;
    this.newOf = new Int32Array(old.length).fill(-1);
    this.oldOf = new Int32Array(fresh.length).fill(-1);
    this.moved = new Uint8Array(old.length);
    this.splitFrom = new Int32Array(fresh.length).fill(-1);
    this.mergedInto = new Int32Array(old.length).fill(-1);
  }

  pair(old: Unit, fresh: Unit, how: 'kept' | 'moved'): void {
    this.newOf[old.index] = fresh.index;
    this.oldOf[fresh.index] = old.index;
    this.moved[old.index] = how === 'moved' ? 1 : 0;
  }

  /** Takes a pair apart again. */
  part(old: Unit, fresh: Unit): void {
    this.newOf[old.index] = -1;
    this.oldOf[fresh.index] = -1;
  }

  addSplit(old: Unit, part: Unit): void {
    this.splitFrom[part.index] = old.index;
  }

  addMerged(part: Unit, fresh: Unit): void {
    this.mergedInto[part.index] = fresh.index;
  }

  isFreeOld(index: number): boolean {
    return this.newOf[index] === -1 && this.mergedInto[index] === -1;
  }

  isFreeNew(index: number): boolean {
    return this.oldOf[index] === -1 && this.splitFrom[index] === -1;
  }

  partnerOfOld(index: number): Unit | null {
    return this.new[this.newOf[index] ?? -1] ?? null;
  }

  partnerOfNew(index: number): Unit | null {
    return this.old[this.oldOf[index] ?? -1] ?? null;
  }

  isMoved(oldIndex: number): boolean {
    return this.moved[oldIndex] === 1;
  }

  /** The clause that the new clause at `index` was cut out of, where it is not that clause's partner. */
  splitSource(index: number): Unit | null {
    return this.old[this.splitFrom[index] ?? -1] ?? null;
  }

  /** The clause that the old clause at `index` was joined into, where it is not that clause's partner. */
  mergeTarget(index: number): Unit | null {
    return this.new[this.mergedInto[index] ?? -1] ?? null;
  }

  /** Whether pairing these two as kept would leave all kept pairs in one order. */
  fits(old: Unit, fresh: Unit): boolean {
    for (let index = old.index - 1; index >= 0; index -= 1) {
      const partner = this.keptOrPartPlace(index);
      if (partner < 0) continue;
      if (partner > fresh.index) return false;
      break;
    }
    for (let index = old.index + 1; index < this.old.length; index += 1) {
      const partner = this.keptOrPartPlace(index);
      if (partner < 0) continue;
      return partner > fresh.index;
    }
    return true;
  }

  private keptOrPartPlace(oldIndex: number): number {
    const merged = this.mergedInto[oldIndex] ?? -1;
    if (merged >= 0) return merged;
    return this.isMoved(oldIndex) ? -1 : (this.newOf[oldIndex] ?? -1);
  }

  /** The same matching seen from the other side. */
  turned(): Matching {
    const turned = new Matching(this.new, this.old);
    turned.newOf.set(this.oldOf);
    turned.oldOf.set(this.newOf);
    turned.splitFrom.set(this.mergedInto);
    turned.mergedInto.set(this.splitFrom);
    this.oldOf.forEach((old, index) => {
      turned.moved[index] = old >= 0 ? (this.moved[old] ?? 0) : 0;
    });
    return turned;
  }
}
