import * as Y from 'yjs';

/**
 * Steps a trial may take beyond those its structs are worth. To place an item, Yjs walks over everything that was
 * put between the two items it was written between. In honest work these are the few that others put there at the
 * same time; a forger names neighbours that lie far apart, and 48 KB of that hold a server for twelve seconds,
 * and again whenever the text is loaded.
 */
export const FREE_STEPS = 10_000;
/** The same where updates of several people are tried together: who needs more is tried alone and answers for it. */
export const FREE_STEPS_TOGETHER = 500;
const STEPS_PER_STRUCT = 4;

/** An update makes work out of proportion to its size (SY27). */
export class TooMuchEffort extends Error {
  override name = 'TooMuchEffort';
}

/**
 * An item names two neighbours of which the right one stands left of the left one, or somewhere else. Every copy of the text would put
 * it somewhere else. Yjs's own undo makes such an item once in a great while (13.6.33, where what it brings back
 * lies beside words that were brought back in one piece).
 */
export class CrossedNeighbours extends Error {
  override name = 'CrossedNeighbours';
}

let left = Number.POSITIVE_INFINITY;

/** Yjs has no place to ask before an item is put in, so the method is wrapped; outside a trial it is as it was. */
const { integrate } = Y.Item.prototype;
Y.Item.prototype.integrate = function countedIntegrate(transaction, offset) {
  if (left !== Number.POSITIVE_INFINITY) {
    left -= stepsToPlace(this, left);
    if (left <= 0) throw new TooMuchEffort();
  }
  integrate.call(this, transaction, offset);
};

/** Runs a trial of updates with so many structs, and counts its steps. Throws TooMuchEffort. */
export function withinReason<T>(
  structs: number,
  freeSteps: number,
  trial: () => T,
): { readonly result: T; readonly steps: number } {
  const budget = freeSteps + structs * STEPS_PER_STRUCT;
  left = budget;
  try {
    const result = trial();
    return { result, steps: budget - left };
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}

/** How many items lie between the neighbours an item was written between, as far as `most`. */
function stepsToPlace(
  { left: before, right: after, origin, parent, parentSub }: Y.Item,
  most: number,
): number {
  // One neighbour has been collected with its parent, the other has not: who still has both places it elsewhere.
  if (parent === null && (before instanceof Y.Item || after instanceof Y.Item)) throw new CrossedNeighbours();
  if (!(parent instanceof Y.AbstractType)) return 0;
  // The right neighbour was found within what ended with the left one.
  if (before !== null && origin !== null && before.lastId.clock !== origin.clock)
    throw new CrossedNeighbours();
  if (before === null ? after !== null && after.left === null : before.right === after) return 0;
  let steps = 0;
  let item = before === null ? parent._start : before.right;
  if (before === null && parentSub !== null) {
    item = parent._map.get(parentSub) ?? null;
    for (; item !== null && item.left !== null && steps < most; steps += 1) item = item.left;
  }
  for (; item !== null && item !== after && steps < most; steps += 1) item = item.right;
  if (item === null && after !== null) throw new CrossedNeighbours();
  return steps;
}
