import type { Carried, Passage } from './passage';

/** A place in something that went. */
export interface Place {
  readonly source: number;
  readonly at: number;
}

/** Of words that went many times over, only so many places are tried. */
export const MOST_PLACES = 16;

/** What came and what went in an edit, and what of both has been found to belong together so far. */
export class Board {
  readonly links: Carried[] = [];
  readonly targets: readonly Passage[];
  readonly sources: readonly Passage[];
  /** For each character of each target, whether it is known where it comes from; of each source, where it went. */
  readonly found: readonly Uint8Array[];
  readonly used: readonly Uint8Array[];

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

  /** Nothing of it is found yet. */
  isOpen(target: number): boolean {
    return this.found[target]?.includes(1) === false;
  }

  /** Nothing of it is used yet. */
  isUnused(source: number): boolean {
    return this.used[source]?.includes(1) === false;
  }
}

/** Whether a clause that is put anew, or a footnote of it, is the one in which the words stood. */
export function isHome(target: Passage, source: Passage): boolean {
  return target.whole && isOfOneClause(target, source);
}

/** The running text of one clause, or footnotes of one clause. */
export function isOfOneClause(target: Passage, source: Passage): boolean {
  return target.clause !== null && target.clause === source.clause && target.note === source.note;
}

/** Adds a place under a text, unless there are enough. */
export function notePlace(places: Map<string, Place[]>, text: string, place: Place): void {
  const known = places.get(text);
  if (known === undefined) places.set(text, [place]);
  else if (known.length < MOST_PLACES) known.push(place);
}
