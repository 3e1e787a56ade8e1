import { risingLengths } from '../rising';

/** A clause that stands elsewhere among those that were there before and still are. */
export interface Shifted {
  readonly id: string;
  /** Every way to tell the edit with as few moves as can be has this clause moved. */
  readonly isSure: boolean;
}

/**
 * Which clauses an edit may have put elsewhere, from their ids in order before and after it. Of two clauses that changed
 * places one at least is among them.
 */
export function shifted(before: readonly string[], after: readonly string[]): Shifted[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  const order = common.map((id) => places.get(id) ?? 0);
  if (order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0))) return [];
  // The longest rising run through each place: its length up to there and from there on.
  const upTo = risingLengths(order);
  const from = risingLengths(order.map((place) => -place).reverse()).reverse();
  const longest = upTo.reduce((most, length) => Math.max(most, length), 0);
  const isIn = order.map((_, index) => (upTo[index] ?? 0) + (from[index] ?? 0) - 1 === longest);
  const atRank = new Map<number, number>();
  upTo.forEach((rank, index) => {
    if (isIn[index]) atRank.set(rank, (atRank.get(rank) ?? 0) + 1);
  });
  return common.flatMap((id, index) => {
    // Alone at its rank in a longest run, it is in all of them: it stayed.
    if (isIn[index] && atRank.get(upTo[index] ?? 0) === 1) return [];
    return [{ id, isSure: isIn[index] !== true }];
  });
}
