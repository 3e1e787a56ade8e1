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
 * with the same id word by word, passages at the edge of another, then equal runs of eight characters and more.
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
  carrying.runs();
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

  /** Split and join: a run that went stands at an edge of a block that came, or the other way round. */
  edges(): void {
    if (this.targets.length * this.sources.length > MOST_PAIRS) return;
    this.targets.forEach((target, index) => {
      this.sources.forEach((source, place) => {
        if (source.earlier || source.block === target.block || !(source.whole || target.whole)) return;
        if (!this.isOpen(index) || !this.isUnused(place)) return;
        const edge = commonEdge(target.text, source.text);
        if (edge !== null) this.link({ target: index, source: place, ...edge });
      });
    });
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

/** Where the shorter of two texts stands at the beginning or the end of the longer, or null. */
function commonEdge(
  target: string,
  source: string,
): { targetAt: number; sourceAt: number; length: number } | null {
  const length = Math.min(target.length, source.length);
  if (length === 0) return null;
  const [targetAt, sourceAt] = [target.length - length, source.length - length];
  if (target.startsWith(source) || source.startsWith(target)) return { targetAt: 0, sourceAt: 0, length };
  return target.endsWith(source) || source.endsWith(target) ? { targetAt, sourceAt, length } : null;
}
