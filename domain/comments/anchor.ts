import type { DocumentJson } from '../text/document-json';
import { mapRange, type OldRange } from './map-range';
import { type Standing, standingText } from './standing';

/** Words of a clause that a thread is about, as they stood when it was opened. It never changes (CO2). */
export interface Anchor {
  readonly clauseId: string;
  /** UTF-16 offsets into `clauseText`, the words of the clause as `clauseText()` has them. */
  readonly from: number;
  readonly to: number;
  readonly clauseText: string;
  /** The words themselves: `clauseText` from `from` to `to`. */
  readonly quote: string;
}

/** Where the words of a thread stand in a text. */
export interface Place {
  /** Counts the clauses of the text from 0, as `clausesOf`. */
  readonly clause: number;
  readonly clauseId: string | null;
  readonly from: number;
  readonly to: number;
  /** False where words within the quote changed since. */
  readonly asQuoted: boolean;
}

/**
 * Where the words of a thread stand in a text, or null where they are gone (CO3). Nothing of earlier answers is
 * kept: a place follows from the words as they were and the words as they are, so a text that is restored gives
 * the exact place back.
 */
export function placeOf(anchor: Anchor, document: DocumentJson): Place | null {
  return placeIn(anchor, standingText(document));
}

/** The same for many threads: the text is walked through once, and only the clauses concerned are compared. */
export function placesOf(anchors: readonly Anchor[], document: DocumentJson): (Place | null)[] {
  const standing = standingText(document);
  return anchors.map((anchor) => placeIn(anchor, standing));
}

export function placeIn(anchor: Anchor, standing: Standing): Place | null {
  return inItsClause(anchor, standing) ?? wordForWord(anchor, standing) ?? inKindredClauses(anchor, standing);
}

function inItsClause(anchor: Anchor, standing: Standing): Place | null {
  const clause = standing.byId(anchor.clauseId) ?? standing.byWords(anchor.clauseText);
  if (clause === null) return null;
  if (clause.words === anchor.clauseText) return placeAt(standing, clause.index, anchor, true);
  const mapped = mapRange(rangeOf(anchor), [clause]);
  return mapped === null ? null : placeAt(standing, clause.index, mapped, mapped.asQuoted);
}

/** So much of the neighbourhood of a quote is looked at … */
const NEIGHBOURHOOD = 60;
/** … and so much of it must agree: the same words elsewhere are not these words. */
const AGREEING = 12;

/** The clause is gone, or its words went elsewhere: the place with the same words and the likest neighbours. */
function wordForWord(anchor: Anchor, standing: Standing): Place | null {
  const before = anchor.clauseText.slice(Math.max(0, anchor.from - NEIGHBOURHOOD), anchor.from);
  const after = anchor.clauseText.slice(anchor.to, anchor.to + NEIGHBOURHOOD);
  let best: { clause: number; from: number; agreeing: number } | null = null;
  for (const { index, words } of standing.clauses) {
    for (let at = words.indexOf(anchor.quote); at !== -1; at = words.indexOf(anchor.quote, at + 1)) {
      const agreeing =
        commonEnd(before, words.slice(0, at)) + commonStart(after, words.slice(at + anchor.quote.length));
      if (best === null || agreeing > best.agreeing) best = { clause: index, from: at, agreeing };
    }
  }
  if (best === null || best.agreeing < Math.min(AGREEING, before.length + after.length)) return null;
  return placeAt(standing, best.clause, { from: best.from, to: best.from + anchor.quote.length }, true);
}

/** The clause was parted or joined, and the quote edited besides: so much of it must be left to be called found. */
const KINDRED_SHARE = 0.5;

function inKindredClauses(anchor: Anchor, standing: Standing): Place | null {
  const kindred = standing.kindredOf(anchor.clauseText);
  if (kindred.length === 0) return null;
  const mapped = mapRange(rangeOf(anchor), kindred);
  if (mapped === null || mapped.share < KINDRED_SHARE) return null;
  return placeAt(standing, mapped.clause, mapped, mapped.asQuoted);
}

function rangeOf({ clauseText, from, to }: Anchor): OldRange {
  return { words: clauseText, from, to };
}

function placeAt(
  standing: Standing,
  clause: number,
  { from, to }: { readonly from: number; readonly to: number },
  asQuoted: boolean,
): Place {
  return { clause, clauseId: standing.clauses[clause]?.id ?? null, from, to, asQuoted };
}

function commonStart(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a[at] === b[at]) at += 1;
  return at;
}

function commonEnd(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.at(-1 - at) === b.at(-1 - at)) at += 1;
  return at;
}
