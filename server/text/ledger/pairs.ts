import type * as Y from 'yjs';
import type { Carried } from '../../../domain/text/ledger/passage';
import type { Hand } from './hands';
import { type Piece, piecesBetween, placeOf, type Stretch } from './stretch';

/** The id of a character. */
export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** `length` characters that have a new id; with `hand` where it is known already. */
export interface Pair {
  readonly from: Id;
  readonly to: Id;
  readonly length: number;
  /** They stand in another clause now. */
  readonly leaves: boolean;
  readonly hand?: Hand;
}

export function takenFrom(source: number, links: readonly Carried[]): { at: number; length: number }[] {
  return links
    .filter((link) => link.source === source)
    .map(({ sourceAt, length }) => ({ at: sourceAt, length }));
}

export function pairsOf(link: Carried, targets: readonly Stretch[], sources: readonly Stretch[]): Pair[] {
  const [target, source] = [targets[link.target], sources[link.source]];
  const to = piecesBetween(target?.pieces ?? [], link.targetAt, link.length);
  const from = piecesBetween(source?.pieces ?? [], link.sourceAt, link.length);
  const leaves = target?.clause !== source?.clause;
  const pairs: Pair[] = [];
  let [i, j, inFrom, inTo] = [0, 0, 0, 0];
  for (;;) {
    const [old, fresh] = [from[i], to[j]];
    if (old === undefined || fresh === undefined) return pairs;
    const length = Math.min(old.text.length - inFrom, fresh.text.length - inTo);
    pairs.push({
      from: { client: old.client, clock: old.clock + inFrom },
      to: { client: fresh.client, clock: fresh.clock + inTo },
      length,
      leaves,
    });
    inFrom += length;
    inTo += length;
    if (inFrom === old.text.length) [i, inFrom] = [i + 1, 0];
    if (inTo === fresh.text.length) [j, inTo] = [j + 1, 0];
  }
}

/** Where the characters with the ids from `beside` on went, if they read like `piece`; they may have gone one by one. */
export function whereIs(
  piece: Piece,
  beside: Y.ID,
  sources: readonly Stretch[],
): { at: number; source: number; sourceAt: number; length: number }[] {
  const found: { at: number; source: number; sourceAt: number; length: number }[] = [];
  for (let at = 0; at < piece.text.length; ) {
    const rest = piece.text.slice(at);
    const next = placeOf(sources, beside.client, beside.clock + at, rest);
    if (next === null) return [];
    found.push({ at, ...next });
    at += next.length;
  }
  return found;
}

/** What went comes back once. */
export function withoutOverlap(links: readonly Carried[]): Carried[] {
  const kept: Carried[] = [];
  for (const link of links) {
    const isTaken = kept.some(
      (other) =>
        other.source === link.source &&
        other.sourceAt < link.sourceAt + link.length &&
        link.sourceAt < other.sourceAt + other.length,
    );
    if (!isTaken) kept.push(link);
  }
  return kept;
}
