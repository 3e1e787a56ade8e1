import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';

export interface StandingClause {
  readonly index: number;
  readonly id: string | null;
  readonly words: string;
}

/** The clauses of a text as threads look for their words in them. */
export interface Standing {
  readonly clauses: readonly StandingClause[];
  byId(id: string): StandingClause | null;
  /** The clause with exactly these words, where there is one and no second. */
  byWords(words: string): StandingClause | null;
  /** The few clauses that share most with these words, in the order of the text. */
  kindredOf(words: string): readonly StandingClause[];
}

export function standingText(document: DocumentJson): Standing {
  return standingClauses(
    clausesOf(document).map((clause, index) => ({ index, id: clause.id, words: clauseText(clause) })),
  );
}

export function standingClauses(clauses: readonly StandingClause[]): Standing {
  const ids = new Map(clauses.map((clause) => [clause.id, clause]));
  let shingles: Map<string, number[]> | null = null;
  return {
    clauses,
    byId: (id) => ids.get(id) ?? null,
    byWords: (words) => {
      const [first, second] = clauses.filter((clause) => clause.words === words);
      return first !== undefined && second === undefined ? first : null;
    },
    kindredOf: (words) => {
      shingles ??= indexOf(clauses);
      return mostShared(words, shingles, clauses);
    },
  };
}

/** Only the first clauses with a shingle are kept: what stands everywhere tells nothing. */
const KEPT = 20;
const FEW = 3;
/** So many shingles in common are more than chance. */
const ENOUGH = 3;

function indexOf(clauses: readonly StandingClause[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const { index: place, words } of clauses) {
    for (const shingle of shinglesOf(words)) {
      const places = index.get(shingle);
      if (places === undefined) index.set(shingle, [place]);
      else if (places.length < KEPT) places.push(place);
    }
  }
  return index;
}

function mostShared(
  words: string,
  shingles: ReadonlyMap<string, readonly number[]>,
  clauses: readonly StandingClause[],
): StandingClause[] {
  const shared = new Map<number, number>();
  for (const shingle of shinglesOf(words)) {
    for (const place of shingles.get(shingle) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= ENOUGH)
    .sort(([placeA, countA], [placeB, countB]) => countB - countA || placeA - placeB)
    .slice(0, FEW)
    .sort(([a], [b]) => a - b)
    .flatMap(([place]) => clauses[place] ?? []);
}

/** Longest run of letters taken for one word; longer ones stand in scripts without spaces and are cut in pieces. */
const WORD = 16;
const PIECE = 6;

/** Pairs of neighbouring words, each once: enough to tell which clauses are kin, whatever the script. */
function shinglesOf(text: string): Set<string> {
  const found = new Set<string>();
  let last = '';
  for (const [run] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (run.length > WORD) {
      for (let at = 0; at + PIECE <= run.length; at += 1) found.add(run.slice(at, at + PIECE));
    }
    found.add(`${last} ${run}`);
    last = run;
  }
  return found;
}
