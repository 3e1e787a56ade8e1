import type { Piece } from './segments';

/** The pieces of one row of a clause that was split or merged. */
export interface Line {
  readonly pieces: Piece[];
}

/**
 * Cuts the pieces of joined clauses at their seams, one line for each clause. Spaces that went (or came) only
 * because of a seam are no change of wording: they are `joint`, and stand on a line that is not the clause's own.
 */
export function cutAtSeams(pieces: readonly Piece[], isPartner: (line: number) => boolean): Line[] {
  const lines = new Array<undefined>(1 + pieces.filter((piece) => piece.seam !== undefined).length)
    .fill(undefined)
    .map((): Line => ({ pieces: [] }));
  const joints = jointRegions(pieces);
  const sides = new Map(
    pieces.map(({ region, seam }) => [region, seam] as const).filter(([, seam]) => seam !== undefined),
  );
  let here = 0;
  let seamPassed: number | null = null;
  for (const piece of pieces) {
    if (piece.seam !== undefined) {
      here += 1;
      seamPassed = piece.region;
      continue;
    }
    if (piece.region === null || !joints.has(piece.region)) {
      lines[here]?.pieces.push(piece);
      continue;
    }
    const joint: Piece = { ...piece, region: null, joint: true };
    // Of the side that has the seam each space stands in the clause that it stands in.
    if (sides.get(piece.region) === (piece.segment.op === 'insert' ? 'new' : 'old')) {
      lines[here]?.pieces.push(isPartner(here) ? piece : joint);
      continue;
    }
    const [before, after] = seamPassed === piece.region ? [here - 1, here] : [here, here + 1];
    lines[isPartner(after) ? before : after]?.pieces.push(joint);
  }
  return lines;
}

/** Regions with a seam in them and nothing else but spaces. */
function jointRegions(pieces: readonly Piece[]): Set<number> {
  const joints = new Set<number>();
  for (const piece of pieces) if (piece.seam !== undefined && piece.region !== null) joints.add(piece.region);
  for (const piece of pieces) {
    if (piece.seam !== undefined || piece.region === null) continue;
    if (piece.segment.footnote === true || piece.segment.text.trim() !== '') joints.delete(piece.region);
  }
  return joints;
}
