import type { Passage } from '../../../domain/text/ledger/passage';

/** Characters of one Yjs item: `text` begins at this id. */
export interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** A passage and the ids of its characters: its pieces joined are its text. */
export interface Stretch extends Passage {
  readonly pieces: readonly Piece[];
}

/** The pieces of `length` characters from `from` on. */
export function piecesBetween(pieces: readonly Piece[], from: number, length: number): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(from - at, 0);
    const end = Math.min(from + length - at, piece.text.length);
    if (start < end) {
      cut.push({ client: piece.client, clock: piece.clock + start, text: piece.text.slice(start, end) });
    }
    at += piece.text.length;
    if (at >= from + length) break;
  }
  return cut;
}

/** What is left of a stretch when the ranges in `taken` are cut out of it. */
export function remainders(
  stretch: Stretch,
  taken: readonly { readonly at: number; readonly length: number }[],
): Stretch[] {
  if (taken.length === 0) return [stretch];
  const rest: Stretch[] = [];
  let from = 0;
  const keep = (to: number) => {
    if (to <= from) return;
    const pieces = piecesBetween(stretch.pieces, from, to - from);
    rest.push({
      ...stretch,
      text: stretch.text.slice(from, to),
      whole: false,
      part: false,
      before: '',
      after: '',
      pieces,
    });
  };
  for (const { at, length } of [...taken].sort((a, b) => a.at - b.at)) {
    keep(at);
    from = at + length;
  }
  keep(stretch.text.length);
  return rest;
}

/** Which stretch holds the character with this id, where in it, and how far it reads like `text` from there. */
export function placeOf(
  stretches: readonly Stretch[],
  client: number,
  clock: number,
  text: string,
): { source: number; sourceAt: number; length: number } | null {
  for (const [source, stretch] of stretches.entries()) {
    let at = 0;
    for (const piece of stretch.pieces) {
      const offset = clock - piece.clock;
      if (piece.client === client && offset >= 0 && offset < piece.text.length) {
        const length = Math.min(text.length, piece.text.length - offset);
        const isAlike = piece.text.startsWith(text.slice(0, length), offset);
        return isAlike ? { source, sourceAt: at + offset, length } : null;
      }
      at += piece.text.length;
    }
  }
  return null;
}
