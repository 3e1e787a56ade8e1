/** A text is read three times at most: first, second, third. */
export const LAST_READING = 3;

/** PS24: the number of the reading that may be opened now, or null where one is open or the third is over. */
export function nextReading(
  readings: readonly { readonly number: number; readonly closedAt: string | null }[],
): number | null {
  if (readings.some(({ closedAt }) => closedAt === null)) return null;
  const next = Math.max(0, ...readings.map(({ number }) => number)) + 1;
  return next > LAST_READING ? null : next;
}
