import type { Db } from '../../../db/client';
import { clientAuthors } from '../../../db/update-log';
import type { DeleteRange } from '../known';

/** So many are named; who reads more than that does not read them. */
const MOST_NAMED = 12;

/** The delegations whose words lie in these ranges, by how much they wrote. Words of nobody's delegation are left out. */
export function delegationsOf(db: Db, documentId: string, ranges: Iterable<DeleteRange>): string[] {
  const authors = clientAuthors(db, documentId);
  const letters = new Map<string, number>();
  for (const { client, from, to } of ranges) {
    const country = authors.get(client)?.country ?? null;
    if (country !== null) letters.set(country, (letters.get(country) ?? 0) + to - from);
  }
  return [...letters]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMED)
    .map(([country]) => country);
}
