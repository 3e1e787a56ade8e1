import { matchWords } from './match-words';
import type { Carried, Passage } from './passage';

/** Equal runs from this many characters on are the same words, wherever they turn up. */
export const SHORTEST_RUN = 8;

/** A run that went as a whole and came as a whole is the same from this many on, also in a later edit. */
export const SHORTEST_WHOLE = 3;

/** Beyond this many pairs of passages, words that stand at the edge of other words are not looked for. */
const MOST_PAIRS = 40_000;

/** So many characters that went are searched for runs; what went in this edit comes first, then the latest. */
const MOST_SEARCHED = 200_000;

/** Of a run that went many times over, only so many places are tried. */
const MOST_PLACES = 16;

/**
 * Finds the words that an edit only carried from one place to another among those that came (`targets`) and those
 * that went (`sources`, of this edit and of earlier ones by the same person). Every word that went is carried once:
 * a copy is written by whoever made it. Sure finds first: what is `known`, passages equal as a whole, clauses
 * with the same id word by word, passages at the edge of another, then equal runs of eight characters and more, and
 * what fills a gap exactly.
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
  carrying.runs();
  carrying.gaps();
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
    return !source.earlier || target.text.length >= SHORTEST_WHOLE;
  }

  /** A clause that was put anew and edited in one go: its words are aligned as a sequence. */
  clauses(): void {
    const byClause = new Map<string, number[]>();
    this.sources.forEach(({ clause, whole, earlier }, index) => {
      if (clause === null || !whole || earlier || !this.isUnused(index)) return;
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
        if (source.earlier || source.block === target.block || !(source.whole || target.whole)) return;
        if (!this.isOpen(index) || !this.isUnused(place)) return;
        const edge = commonEdge(target, source);
        const isAll = edge.length === Math.min(target.text.length, source.text.length);
        // Two blocks that merely end alike have nothing to do with each other.
        if (edge.length === 0 || (source.whole && target.whole && !isAll)) return;
        this.link({ target: index, source: place, ...edge });
      });
    });
  }

  /** What went as a whole and fills exactly what is still open between words that were found. */
  gaps(): void {
    const byText = new Map<string, number[]>();
    this.sources.forEach(({ text }, index) => {
      if (text !== '' && this.isUnused(index)) byText.set(text, [...(byText.get(text) ?? []), index]);
    });
    if (byText.size === 0) return;
    this.targets.forEach((target, index) => {
      for (const { at, length } of this.gapsOf(index)) {
        const text = target.text.slice(at, at + length);
        const source = byText
          .get(text)
          ?.find((place) => this.isUnused(place) && this.mayFillGap(target, place, length));
        if (source !== undefined) this.link({ target: index, targetAt: at, source, sourceAt: 0, length });
      }
    });
  }

  private mayFillGap(target: Passage, place: number, length: number): boolean {
    const source = this.sources[place];
    if (source === undefined) return false;
    const isHome = target.whole && target.clause !== null && target.clause === source.clause;
    return isHome || !source.earlier || length >= SHORTEST_WHOLE;
  }

  private gapsOf(target: number): { at: number; length: number }[] {
    const found = this.found[target];
    if (found === undefined || this.isOpen(target)) return [];
    const gaps: { at: number; length: number }[] = [];
    for (let at = 0; at < found.length; at += 1) {
      if (found[at] !== 0) continue;
      const last = gaps.at(-1);
      if (last !== undefined && last.at + last.length === at) last.length += 1;
      else gaps.push({ at, length: 1 });
    }
    return gaps;
  }

  /** Equal runs of eight characters and more in what is left. */
  runs(): void {
    const hungry = this.targets.flatMap((_target, index) => (this.hasRoom(index) ? [index] : []));
    if (hungry.length === 0) return;
    const places = this.placesOfRuns();
    for (const target of hungry) this.runsOf(target, places);
  }

  private runsOf(target: number, places: ReadonlyMap<string, readonly Place[]>): void {
    const { text } = this.targets[target] ?? { text: '' };
    for (let at = 0; at + SHORTEST_RUN <= text.length; ) {
      const best = this.longest(target, at, places.get(text.slice(at, at + SHORTEST_RUN)) ?? []);
      if (best !== null) this.link(best);
      at += best?.length ?? 1;
    }
  }

  private longest(target: number, targetAt: number, places: readonly Place[]): Carried | null {
    let best: Carried | null = null;
    for (const { source, at } of places) {
      const length = this.reach(target, targetAt, source, at);
      if (length < SHORTEST_RUN || length <= (best?.length ?? 0)) continue;
      best = { target, targetAt, source, sourceAt: at, length };
    }
    return best;
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

  private placesOfRuns(): Map<string, Place[]> {
    const places = new Map<string, Place[]>();
    let searched = 0;
    this.sources.forEach(({ text }, source) => {
      searched += text.length;
      if (searched > MOST_SEARCHED) return;
      const used = this.used[source];
      for (let at = 0; at + SHORTEST_RUN <= text.length; at += 1) {
        if (used?.[at] !== 0) continue;
        const run = text.slice(at, at + SHORTEST_RUN);
        const known = places.get(run);
        if (known === undefined) places.set(run, [{ source, at }]);
        else if (known.length < MOST_PLACES) known.push({ source, at });
      }
    });
    return places;
  }

  private hasRoom(target: number): boolean {
    let free = 0;
    for (const taken of this.found[target] ?? []) {
      free = taken === 0 ? free + 1 : 0;
      if (free === SHORTEST_RUN) return true;
    }
    return false;
  }

  private isOpen(target: number): boolean {
    return this.found[target]?.includes(1) === false;
  }

  private isUnused(source: number): boolean {
    return this.used[source]?.includes(1) === false;
  }
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
