import type { ExactDifference } from './exact';

interface Stretch {
  old: number;
  fresh: number;
  length: number;
}

/** A stretch shorter than this costs more in the list than what it spares. */
const WORTH_KEEPING = 8;

/**
 * Collects what two texts have in common and writes the exact difference. Every letter of either text is told
 * once at most; whatever equal letters stand around a stretch are taken in as well.
 */
export class Stretches {
  private readonly all: Stretch[];
  private readonly old: string;
  private readonly fresh: string;

  constructor(old: string, fresh: string) {
    this.old = old;
    this.fresh = fresh;
    this.all = [{ old: 0, fresh: 0, length: 0 }];
  }

  /** `length` letters at `old` are those at `fresh`. */
  keep(old: number, fresh: number, length: number): void {
    const last = this.all.at(-1);
    if (last !== undefined && last.old + last.length === old && last.fresh + last.length === fresh) {
      last.length += length;
    } else {
      this.all.push({ old, fresh, length });
    }
  }

  difference(): ExactDifference {
    this.all.push({ old: this.old.length, fresh: this.fresh.length, length: 0 });
    this.all.sort((a, b) => a.fresh - b.fresh);
    this.growRight();
    this.growLeft();
    const kept = this.joined().map((stretch) => this.betweenCharacters(stretch));
    const worth = kept.filter(({ length }) => length >= WORTH_KEEPING);
    const inOldOrder = [...worth].sort((a, b) => a.old - b.old);
    return {
      kept: worth.map(({ old, length }): [number, number] => [old, length]),
      inserted: gaps(
        this.fresh,
        worth.map(({ fresh, length }) => [fresh, length]),
      ),
      deleted: gaps(
        this.old,
        inOldOrder.map(({ old, length }) => [old, length]),
      ),
    };
  }

  private growRight(): void {
    const nextOld = this.neighbours(1);
    this.all.forEach((stretch, index) => {
      const oldLimit = nextOld.get(stretch)?.old ?? this.old.length;
      const freshLimit = this.all[index + 1]?.fresh ?? this.fresh.length;
      while (
        stretch.old + stretch.length < oldLimit &&
        stretch.fresh + stretch.length < freshLimit &&
        this.old[stretch.old + stretch.length] === this.fresh[stretch.fresh + stretch.length]
      ) {
        stretch.length += 1;
      }
    });
  }

  private growLeft(): void {
    const previousOld = this.neighbours(-1);
    this.all.forEach((stretch, index) => {
      const oldLimit = end(previousOld.get(stretch), 'old');
      const freshLimit = end(this.all[index - 1], 'fresh');
      while (
        stretch.old > oldLimit &&
        stretch.fresh > freshLimit &&
        this.old[stretch.old - 1] === this.fresh[stretch.fresh - 1]
      ) {
        stretch.old -= 1;
        stretch.fresh -= 1;
        stretch.length += 1;
      }
    });
  }

  /** For each stretch the one after it (or before it, with step -1) in the old text. */
  private neighbours(step: 1 | -1): Map<Stretch, Stretch | undefined> {
    const order = [...this.all].sort((a, b) => a.old - b.old);
    return new Map(order.map((stretch, index) => [stretch, order[index + step]]));
  }

  private joined(): Stretch[] {
    const joined: Stretch[] = [];
    for (const stretch of this.all) {
      const last = joined.at(-1);
      if (last !== undefined && end(last, 'old') === stretch.old && end(last, 'fresh') === stretch.fresh) {
        last.length += stretch.length;
      } else {
        joined.push(stretch);
      }
    }
    return joined;
  }

  /** Without a half of a surrogate pair at either end: a half is lost when the list is written as UTF-8. */
  private betweenCharacters({ old, fresh, length }: Stretch): Stretch {
    const head = length > 0 && isIn(this.old.charCodeAt(old), 0xdc00) ? 1 : 0;
    const tail = length > head && isIn(this.old.charCodeAt(old + length - 1), 0xd800) ? 1 : 0;
    return { old: old + head, fresh: fresh + head, length: length - head - tail };
  }
}

function end(stretch: Stretch | undefined, side: 'old' | 'fresh'): number {
  return stretch === undefined ? 0 : stretch[side] + stretch.length;
}

/** Whether a code unit is one of the 1,024 surrogates that begin at `first`. */
function isIn(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400;
}

function gaps(text: string, kept: readonly (readonly [from: number, length: number])[]): string[] {
  const result: string[] = [];
  let place = 0;
  for (const [from, length] of kept) {
    result.push(text.slice(place, from));
    place = from + length;
  }
  result.push(text.slice(place));
  return result;
}
