import type { DelegationName } from '@/components/compare/context';
import type { Locale } from '@/messages/locale';
import { formatter, type translator } from '@/messages/translate';

export type DispositionWords = ReturnType<typeof translator<'dispositions'>>;

/** A delegation in the reader's language, or its code. */
export function nameOf(code: string, names: readonly DelegationName[]): string {
  return names.find((name) => name.code === code)?.name ?? code;
}

/** Several in the reader's language: "Indonesia, the Philippines and Thailand". */
export function listed(words: readonly string[], locale: Locale): string {
  return formatter(locale).list(words, { type: 'conjunction' });
}

/** "proposal 2 (Indonesia) and proposal 3 (Thailand)". */
export function sayProposals(
  proposals: readonly { readonly number: number | null; readonly country: string }[],
  names: readonly DelegationName[],
  t: DispositionWords,
  locale: Locale,
): string {
  return listed(
    proposals.map(({ number, country }) =>
      t('names.proposal', { number: number ?? 0, country: nameOf(country, names) }),
    ),
    locale,
  );
}
