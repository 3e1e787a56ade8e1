interface Placed {
  readonly id: string;
  readonly position: number;
}

/**
 * Siblings in their new order, each at the position that the order gives it, or just behind the one before it where two
 * shared a position, after one of them was put before another
 * or, with null, behind all. Null where one of the two is none of them.
 */
export function placedBefore<T extends Placed>(
  siblings: readonly T[],
  id: string,
  beforeId: string | null,
): readonly T[] | null {
  const standing = siblings.toSorted((a, b) => a.position - b.position);
  const moved = standing.find((sibling) => sibling.id === id);
  const others = standing.filter((sibling) => sibling.id !== id);
  const index = beforeId === null ? others.length : others.findIndex((sibling) => sibling.id === beforeId);
  if (moved === undefined || index < 0) return null;
  let last = Number.NEGATIVE_INFINITY;
  return others.toSpliced(index, 0, moved).map((sibling, place) => {
    last = Math.max(standing[place]?.position ?? sibling.position, last + 1);
    return { ...sibling, position: last };
  });
}

/** Whether a new order of siblings is the one in which they stand. */
export function isSameOrder(standing: readonly Placed[], placed: readonly Placed[]): boolean {
  const places = new Map(standing.map(({ id, position }) => [id, position]));
  return placed.every(({ id, position }) => places.get(id) === position);
}

/**
 * Before which of its siblings one is to be put so that it goes up or down by one; null: behind all; undefined: it
 * stands at that end already.
 */
export function stepOf(
  siblings: readonly Placed[],
  id: string,
  direction: 'up' | 'down',
): string | null | undefined {
  const standing = siblings.toSorted((a, b) => a.position - b.position);
  const at = standing.findIndex((sibling) => sibling.id === id);
  if (at < 0) return undefined;
  if (direction === 'up') return standing[at - 1]?.id;
  return at + 1 >= standing.length ? undefined : (standing[at + 2]?.id ?? null);
}

/**
 * Positions at which rows come back among those that stand: each its own, or behind everything where another has come to
 * stand there since. Two rows at one position could never change places.
 */
export function placesOnReturn(
  returning: readonly Placed[],
  standing: readonly Placed[],
): ReadonlyMap<string, number> {
  const taken = new Set(standing.map(({ position }) => position));
  let last = [...standing, ...returning].reduce((most, { position }) => Math.max(most, position), 0);
  const places = new Map<string, number>();
  for (const { id, position } of returning.toSorted((a, b) => a.position - b.position)) {
    const place = taken.has(position) ? ++last : position;
    taken.add(place);
    places.set(id, place);
  }
  return places;
}
