import { longestRising } from './rising';

/** A clause that stands elsewhere among the clauses that were there before and still are. */
export interface Moved {
  readonly id: string;
  /** The clause it changed places with, where it is one alone: which of the two was moved cannot be told. */
  readonly past: string | null;
}

/** Which clauses an edit put elsewhere, from their ids in order before and after it. */
export function movedClauses(before: readonly string[], after: readonly string[]): Moved[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  const order = common.map((id) => places.get(id) ?? 0);
  if (order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0))) return [];
  const steady = longestRising(order);
  const moved: Moved[] = [];
  order.forEach((place, index) => {
    if (steady.has(index)) return;
    const crossed = order.flatMap((other, at) =>
      at !== index && at < index !== other < place ? [common[at] ?? ''] : [],
    );
    const id = common[index] ?? '';
    const [past] = crossed;
    const isSwap = crossed.length === 1 && past !== undefined;
    moved.push({ id, past: isSwap ? past : null });
    if (isSwap) moved.push({ id: past, past: id });
  });
  return moved;
}
