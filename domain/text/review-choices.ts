/** Choices of one person over the tracked changes of a file: whatever is not left is taken. */
export type LeftChanges = ReadonlySet<number>;

/** What a page of a review says about changes one by one; it says nothing of any other (IM25). */
export interface Decisions {
  readonly take: readonly number[];
  readonly leave: readonly number[];
}

/** One act over changes on all pages: everybody's, or those of one author (an index). */
export interface Sweep {
  readonly author: number | null;
  readonly take: boolean;
}

/** `left` after decisions, then after a sweep. Numbers of no change are no choices. */
export function afterChoices(
  left: LeftChanges,
  authorOf: readonly number[],
  { take, leave }: Decisions,
  sweep: Sweep | null,
): LeftChanges {
  const after = new Set(left);
  for (const number of take) after.delete(number);
  for (const number of leave) if (authorOf[number] !== undefined) after.add(number);
  if (sweep === null) return after;
  for (const [number, author] of authorOf.entries()) {
    if (sweep.author !== null && sweep.author !== author) continue;
    if (sweep.take) after.delete(number);
    else after.add(number);
  }
  return after;
}
