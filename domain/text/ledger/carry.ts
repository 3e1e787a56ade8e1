import { matchWords } from './match-words';
import type { Carried, Passage } from './passage';
import { phraseIn } from './phrase';

/** Equal runs of two words and more, from this many characters on, are the same words wherever they turn up. */
export const SHORTEST_RUN = 8;

/** A run that went as a whole and came as a whole is the same from this many on, also in a later edit. */
export const SHORTEST_WHOLE = 3;

/** Beyond this many pairs of passages, words that stand at the edge of other words are not looked for. */
const MOST_PAIRS = 40_000;

/** So many characters that went are searched for runs; what went in this edit comes first, then the latest. */
const MOST_SEARCHED = 200_000;

/** Up to so many letters it is looked whether all were merely rearranged. */
const MOST_REARRANGED = 20_000;

/** Of a run that went many times over, only so many places are tried. */
const MOST_PLACES = 16;

/**
 * Finds the words that an edit only carried from one place to another among those that came (`targets`) and those
 * that went (`sources`, of this edit and of earlier ones by the same person). Every word that went is carried once:
 * a copy is written by whoever made it. Sure finds first: what is `known`, passages equal as a whole, clauses
 * with the same id word by word, passages at the edge of another, then equal runs of two words and eight characters
 * and more, and what fills a gap exactly.
 */
export function carry(
  targets: readonly Passage[],
  sources: readonly Passage[],
  known: readonly Carried[] = [],
): Carried[] {
  if (targets.length === 0 || sources.length === 0) return [];
  const carrying = new Carrying(targets, sources);
  for (const link of known) carrying.link(link);
  carrying.wholes();
  carrying.clauses();
  carrying.edges();
  carrying.gaps();
  carrying.runs(SHORTEST_RUN);
  carrying.gaps();
  carrying.rearranged();
  return carrying.links;
}

class Carrying {
  readonly links: Carried[] = [];
  private readonly targets: readonly Passage[];
  private readonly sources: readonly Passage[];
  private readonly found: Uint8Array[];
  private readonly used: Uint8Array[];

  constructor(targets: readonly Passage[], sources: readonly Passage[]) {
    this.targets = targets;
    this.sources = sources;
    this.found = targets.map((passage) => new Uint8Array(passage.text.length));
    this.used = sources.map((passage) => new Uint8Array(passage.text.length));
  }

  link(link: Carried): void {
    this.links.push(link);
    this.found[link.target]?.fill(1, link.targetAt, link.targetAt + link.length);
    this.used[link.source]?.fill(1, link.sourceAt, link.sourceAt + link.length);
  }

  /** Passages that are equal as a whole: in the same clause first, then in the order in which they stand. */
  wholes(): void {
    const byText = new Map<string, number[]>();
    this.sources.forEach((source, index) => {
      if (source.text === '') return;
      const same = byText.get(source.text);
      if (same === undefined) byText.set(source.text, [index]);
      else same.push(index);
    });
    for (const sameClause of [true, false]) {
      this.targets.forEach((target, index) => {
        if (!this.isOpen(index)) return;
        const source = byText
          .get(target.text)
          ?.find((place) => this.isUnused(place) && this.mayBeWhole(target, place, sameClause));
        if (source === undefined) return;
        this.link({ target: index, targetAt: 0, source, sourceAt: 0, length: target.text.length });
      });
    }
  }

  private mayBeWhole(target: Passage, place: number, sameClause: boolean): boolean {
    const source = this.sources[place];
    if (source === undefined) return false;
    if (sameClause) return source.clause !== null && source.clause === target.clause && source.whole;
    if (source.gone === 'elsewhere') return false;
    // Two short clauses in the same words, such as the numbers of table rows, are two clauses.
    const areTwo = source.whole && target.whole && source.clause !== target.clause;
    const shortest = areTwo ? SHORTEST_RUN : source.gone === 'earlier' ? SHORTEST_WHOLE : 1;
    return target.text.length >= shortest;
  }

  /** A clause that was put anew and edited in one go: its words are aligned as a sequence. */
  clauses(): void {
    const byClause = new Map<string, number[]>();
    this.sources.forEach(({ clause, whole, gone }, index) => {
      if (clause === null || !whole || gone !== 'now' || !this.isUnused(index)) return;
      byClause.set(clause, [...(byClause.get(clause) ?? []), index]);
    });
    this.targets.forEach(({ clause, whole, text }, target) => {
      if (clause === null || !whole || !this.isOpen(target)) return;
      const source = byClause.get(clause)?.shift();
      if (source === undefined) return;
      for (const { from, to, length } of matchWords(this.sources[source]?.text ?? '', text)) {
        this.link({ target, targetAt: to, source, sourceAt: from, length });
      }
    });
  }

  /** Split and join: what left one block stands at an edge of what came in another. */
  edges(): void {
    if (this.targets.length * this.sources.length > MOST_PAIRS) return;
    this.targets.forEach((target, index) => {
      this.sources.forEach((source, place) => {
        if (source.gone !== 'now' || source.block === target.block || !(source.whole || target.whole)) return;
        if (!this.isOpen(index) || !this.isUnused(place)) return;
        const edge = commonEdge(target, source);
        const isAll = edge.length === Math.min(target.text.length, source.text.length);
        // Two blocks that merely end alike have nothing to do with each other.
        if (edge.length === 0 || (source.whole && target.whole && !isAll)) return;
        this.link({ target: index, source: place, ...edge });
      });
    });
  }

  /** What is left of a passage that went and fills exactly what is open in one that came. */
  gaps(): void {
    const byText = new Map<string, Place[]>();
    this.sources.forEach(({ text }, source) => {
      for (const { at, length } of gapsIn(this.used[source])) {
        const left = text.slice(at, at + length);
        const known = byText.get(left);
        if (known === undefined) byText.set(left, [{ source, at }]);
        else if (known.length < MOST_PLACES) known.push({ source, at });
      }
    });
    if (byText.size === 0) return;
    this.targets.forEach(({ text }, target) => {
      if (this.isOpen(target)) return;
      for (const { at, length } of gapsIn(this.found[target])) {
        const place = byText
          .get(text.slice(at, at + length))
          ?.find((each) => this.used[each.source]?.[each.at] === 0 && this.mayFillGap(target, each, length));
        if (place === undefined) continue;
        this.link({ target, targetAt: at, source: place.source, sourceAt: place.at, length });
      }
    });
  }

  private mayFillGap(target: number, { source, at }: Place, length: number): boolean {
    const [to, from] = [this.targets[target], this.sources[source]];
    if (to === undefined || from === undefined) return false;
    if (isHome(to, from)) return true;
    if (from.gone === 'elsewhere' || length < SHORTEST_WHOLE) return false;
    return from.gone === 'now' || (at === 0 && length === from.text.length);
  }

  /**
   * Where all that came is made of exactly the letters that went in the same edit, nothing was written and all was
   * carried, down to the last letter.
   */
  rearranged(): void {
    const isNow = (source: number) => this.sources[source]?.gone === 'now';
    const came = leftOf(this.targets, this.found, () => true);
    const went = leftOf(this.sources, this.used, isNow);
    if (came.length < SHORTEST_WHOLE || came.length !== went.length || came.length > MOST_REARRANGED) return;
    if ([...came].sort().join('') !== [...went].sort().join('')) return;
    for (const shortest of [4, 2, 1]) this.runs(shortest);
  }

  /** Equal runs of so many characters and more in what is left; short ones only of what went in the same edit. */
  runs(shortest: number): void {
    const hungry = this.targets.flatMap((_target, index) =>
      gapsIn(this.found[index]).some(({ length }) => length >= shortest) ? [index] : [],
    );
    if (hungry.length === 0) return;
    const places = this.placesOfRuns(shortest);
    for (const target of hungry) this.runsOf(target, places, shortest);
  }

  private runsOf(target: number, places: ReadonlyMap<string, readonly Place[]>, shortest: number): void {
    const { text } = this.targets[target] ?? { text: '' };
    for (let at = 0; at + shortest <= text.length; ) {
      const run = this.longest(target, at, places.get(text.slice(at, at + shortest)) ?? [], shortest);
      const best = run === null || shortest < SHORTEST_RUN ? run : this.phrase(run);
      if (best !== null) this.link(best);
      at += run?.length ?? 1;
    }
  }

  private longest(
    target: number,
    targetAt: number,
    places: readonly Place[],
    shortest: number,
  ): Carried | null {
    let best: Carried | null = null;
    for (const { source, at } of places) {
      if (!this.mayRun(target, source)) continue;
      const length = this.reach(target, targetAt, source, at);
      if (length < shortest || length <= (best?.length ?? 0)) continue;
      best = { target, targetAt, source, sourceAt: at, length };
    }
    return best;
  }

  /** What of a run is whole words, and enough of them. A clause that an undo sets up again holds no chance finds. */
  private phrase(link: Carried): Carried | null {
    const [to, from] = [this.targets[link.target], this.sources[link.source]];
    if (to === undefined || from === undefined) return null;
    if (isHome(to, from)) return link;
    const words = phraseIn(to.text, link.targetAt, link.targetAt + link.length);
    if (words === null || words.to - words.from < SHORTEST_RUN) return null;
    const skipped = words.from - link.targetAt;
    return {
      ...link,
      targetAt: words.from,
      sourceAt: link.sourceAt + skipped,
      length: words.to - words.from,
    };
  }

  private mayRun(target: number, source: number): boolean {
    const [to, from] = [this.targets[target], this.sources[source]];
    return to !== undefined && from !== undefined && (from.gone !== 'elsewhere' || isHome(to, from));
  }

  /** How far two passages go on alike from here, through characters that are not carried yet. */
  private reach(target: number, targetAt: number, source: number, sourceAt: number): number {
    const [to, from] = [this.targets[target]?.text ?? '', this.sources[source]?.text ?? ''];
    const [found, used] = [this.found[target], this.used[source]];
    let length = 0;
    while (
      targetAt + length < to.length &&
      to[targetAt + length] === from[sourceAt + length] &&
      found?.[targetAt + length] === 0 &&
      used?.[sourceAt + length] === 0
    ) {
      length += 1;
    }
    return length;
  }

  private placesOfRuns(shortest: number): Map<string, Place[]> {
    const places = new Map<string, Place[]>();
    let searched = 0;
    this.sources.forEach(({ text, gone }, source) => {
      if (shortest < SHORTEST_RUN && gone !== 'now') return;
      searched += text.length;
      if (searched > MOST_SEARCHED) return;
      const used = this.used[source];
      for (let at = 0; at + shortest <= text.length; at += 1) {
        if (used?.[at] !== 0) continue;
        const run = text.slice(at, at + shortest);
        const known = places.get(run);
        if (known === undefined) places.set(run, [{ source, at }]);
        else if (known.length < MOST_PLACES) known.push({ source, at });
      }
    });
    return places;
  }

  private isOpen(target: number): boolean {
    return this.found[target]?.includes(1) === false;
  }

  private isUnused(source: number): boolean {
    return this.used[source]?.includes(1) === false;
  }
}

/** The stretches that are not taken yet. */
function gapsIn(taken: Uint8Array | undefined): { readonly at: number; readonly length: number }[] {
  const gaps: { at: number; length: number }[] = [];
  taken?.forEach((value, at) => {
    if (value !== 0) return;
    const last = gaps.at(-1);
    if (last !== undefined && last.at + last.length === at) last.length += 1;
    else gaps.push({ at, length: 1 });
  });
  return gaps;
}

/** All characters that are not taken yet. */
function leftOf(
  passages: readonly Passage[],
  taken: readonly Uint8Array[],
  wanted: (index: number) => boolean,
): string {
  return passages
    .map(({ text }, index) =>
      wanted(index)
        ? gapsIn(taken[index])
            .map(({ at, length }) => text.slice(at, at + length))
            .join('')
        : '',
    )
    .join('');
}

/** Whether a clause that is put anew is the one in which the words stood. */
function isHome(target: Passage, source: Passage): boolean {
  return target.whole && target.clause !== null && target.clause === source.clause;
}

interface Place {
  readonly source: number;
  readonly at: number;
}

/**
 * The beginning or the end that two passages have in common, whichever is longer. An editor that compares old and
 * new words keeps equal letters at either end, whosever they were: the words around a run may belong to the edge.
 */
function commonEdge(
  target: Passage,
  source: Passage,
): { targetAt: number; sourceAt: number; length: number } {
  const start = commonStart(target.before + target.text, source.before + source.text);
  const end = commonEnd(target.text + target.after, source.text + source.after);
  const [skippedBefore, skippedAfter] = [
    Math.max(target.before.length, source.before.length),
    Math.max(target.after.length, source.after.length),
  ];
  const [first, last] = [start - skippedBefore, end - skippedAfter];
  return last > first
    ? {
        targetAt: target.text.length + target.after.length - end,
        sourceAt: source.text.length + source.after.length - end,
        length: last,
      }
    : {
        targetAt: skippedBefore - target.before.length,
        sourceAt: skippedBefore - source.before.length,
        length: Math.max(0, first),
      };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) {
    length += 1;
  }
  return length;
}
