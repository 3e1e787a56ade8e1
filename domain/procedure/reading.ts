/** A visit is over when two hours have gone by since the last text in it that was new to the person. */
const VISIT_MS = 2 * 3_600_000;

/** Where in the log of a text somebody read, and when. */
export interface ReadAt {
  readonly position: number;
  readonly at: string;
}

/** What a person last read of a text, and in the visit before. */
export interface Reading {
  readonly last: ReadAt;
  readonly earlier: ReadAt | null;
}

/**
 * VE9, VE10: what is remembered once `position` has been read at `at`, or null where there is nothing to remember:
 * this text or a later one was read before. A new visit keeps what the one before ended with.
 */
export function afterReading(known: Reading | null, position: number, at: string): Reading | null {
  const last = { position, at };
  if (known === null) return { last, earlier: null };
  if (position <= known.last.position) return null;
  return { last, earlier: isSameVisit(known, at) ? known.earlier : known.last };
}

/** What "since I last read" counts from at `at`: the visit before this one. Null in the first visit. */
export function lastReadBefore(known: Reading, at: string): ReadAt | null {
  return isSameVisit(known, at) ? known.earlier : known.last;
}

function isSameVisit(known: Reading, at: string): boolean {
  return Date.parse(at) - Date.parse(known.last.at) < VISIT_MS;
}
