import type { ClaimedAuthor, ClaimedChange } from './tracked-changes';

/** "Office 9" before "Office 10". */
const natural = new Intl.Collator('en', { numeric: true });

/** The authors with the most changes first, by name where they have as many; and whose each change is. */
export function rankedAuthors(
  authors: readonly ClaimedAuthor[],
  changes: readonly ClaimedChange[],
): { readonly authors: readonly ClaimedAuthor[]; readonly authorOf: readonly number[] } {
  const ranked = [...authors].sort(
    (a, b) => changesOf(b) - changesOf(a) || natural.compare(a.author, b.author),
  );
  const places = new Map(ranked.map(({ author }, index) => [author, index]));
  return { authors: ranked, authorOf: changes.map(({ author }) => places.get(author) ?? 0) };
}

export function changesOf(author: ClaimedAuthor): number {
  return author.insertions + author.deletions + author.moves + author.formats;
}
