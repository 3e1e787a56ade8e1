import type { DelegationName } from '@/components/compare/context';
import type { translator } from '@/messages/translate';

export type WroteWords = ReturnType<typeof translator<'wrote'>>;

/** Whose words a run is: an ISO code, "" for the secretariat; from the predecessor; or nobody known. */
export type RunAuthor =
  | { readonly kind: 'delegation'; readonly code: string }
  | { readonly kind: 'predecessor' | 'unknown' };

/** A run of a clause as it stands; a border that structure draws and the signs of a bracket have no author. */
export interface AuthoredRun {
  readonly text: string;
  readonly author: RunAuthor | null;
  /** When the words were written; "" where nobody knows. */
  readonly at: string;
  /** Whose hand put them where they stand, where another did; else null. */
  readonly carriedBy: string | null;
  /** The step of the clause's history in which they were written; null where it was in another clause. */
  readonly step: number | null;
  /** The run stands in a footnote of the clause: in which one, from 0. */
  readonly note?: number;
}

/** How runs of one author are marked: a class for the kind, the colour of a delegation. */
export interface Mark {
  readonly className: string;
  readonly color: string | null;
}

export interface AuthorShare {
  readonly author: RunAuthor;
  readonly characters: number;
}

export function delegationWords(code: string, names: readonly DelegationName[], t: WroteWords): string {
  return code === '' ? t('secretariat') : (names.find((entry) => entry.code === code)?.name ?? code);
}

export function authorWords(author: RunAuthor, names: readonly DelegationName[], t: WroteWords): string {
  return author.kind === 'delegation' ? delegationWords(author.code, names, t) : t(author.kind);
}

export function markOf(author: RunAuthor, names: readonly DelegationName[]): Mark {
  if (author.kind !== 'delegation') return { className: `w-${author.kind}`, color: null };
  if (author.code === '') return { className: 'w-secretariat', color: null };
  const color = names.find(({ code }) => code === author.code)?.color ?? '';
  return { className: 'w-delegation', color: /^#[0-9a-f]{3,8}$/i.test(color) ? color : null };
}

/** Whose letters the clause holds and how many, most first; together they are all of its words. */
export function sharesOf(runs: readonly AuthoredRun[]): AuthorShare[] {
  const shares = new Map<string, AuthorShare>();
  for (const { author, text } of runs) {
    if (author === null) continue;
    const key = author.kind === 'delegation' ? author.code : author.kind;
    shares.set(key, { author, characters: (shares.get(key)?.characters ?? 0) + text.length });
  }
  return [...shares.values()].sort((a, b) => b.characters - a.characters);
}
