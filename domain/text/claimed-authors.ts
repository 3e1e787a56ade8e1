import type { ClaimedAuthor, ClaimedChange } from './tracked-changes';

/** The authors with the most changes first, by name where they have as many; and whose each change is. */
export function rankedAuthors(
  authors: readonly ClaimedAuthor[],
  changes: readonly ClaimedChange[],
): { readonly authors: readonly ClaimedAuthor[]; readonly authorOf: readonly number[] } {
  const ranked = [...authors].sort(
    (a, b) => changesOf(b) - changesOf(a) || (a.author < b.author ? -1 : a.author > b.author ? 1 : 0),
  );
  const places = new Map(ranked.map(({ author }, index) => [author, index]));
  return { authors: ranked, authorOf: changes.map(({ author }) => places.get(author) ?? 0) };
}

export function changesOf(author: ClaimedAuthor): number {
  return author.insertions + author.deletions + author.moves + author.formats;
}
