import type { Change } from './types';

/**
 * The delegations that made a change: those of its runs, and who made what no words tell. A clause that came or went is
 * theirs whose words it has, where it has some. Where one delegation alone wrote, what nobody else made is its own.
 */
export function authorsOfChange(
  { kind, author }: Change,
  hands: Iterable<string>,
  sole: string | undefined,
): string[] {
  const authors = new Set(hands);
  const isWhole = kind === 'clause-inserted' || kind === 'clause-deleted';
  if (author !== undefined && !(isWhole && authors.size > 0)) authors.add(author);
  if (authors.size === 0 && sole !== undefined) authors.add(sole);
  return [...authors];
}
