import { placeOf } from '../../domain/notices/place';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import type { Locale } from '../../messages/locale';
import { countryName, type NamedCountry } from '../../messages/names';
import { noticeSentence, sayDeadline } from '../../messages/notice-sentence';
import { translator } from '../../messages/translate';
import type { DelegationWait } from '../queries/delegation-waits';
import type { KnownNotice } from '../queries/known-notices';
import type { LetterEntry } from './words';

/** Notices as a letter tells them. */
export function noticeParts(
  locale: Locale,
  publicUrl: string,
  notices: readonly KnownNotice[],
  countries: readonly NamedCountry[],
): LetterEntry[] {
  return notices.map(({ kind, data, document }) => ({
    about: document === null ? null : { symbol: document.symbol, title: document.title },
    sentence: noticeSentence(locale, kind, data, countries),
    url: `${publicUrl}${placeOf(kind, document?.id ?? null, data)}`,
  }));
}

/** What waits for a delegation as a letter tells it. */
export function waitParts(
  locale: Locale,
  publicUrl: string,
  actor: Actor,
  bodyId: string,
  waits: readonly DelegationWait[],
  countries: readonly NamedCountry[],
): { readonly country: string; readonly entries: LetterEntry[] } {
  const t = translator(locale, 'notices');
  const code = delegationLedBy(actor, bodyId) ?? '';
  const found = countries.find((country) => country.code === code);
  const entries = waits.flatMap(({ document, tasks, deadlines }): LetterEntry[] => {
    const about = { symbol: document.symbol, title: document.title };
    const page = `${publicUrl}/documents/${document.id}`;
    return [
      ...tasks.map(({ kind, count }) => ({
        about,
        sentence: t(`waits.${kind}`, { count }),
        url: kind === 'release' || kind === 'onBehalf' ? `${page}/proposals` : `${page}/negotiation`,
      })),
      ...deadlines.map(({ of, endsAt }) => ({
        about,
        sentence: t(of === 'silence' ? 'waits.silence' : 'waits.corrigendum', {
          until: sayDeadline(locale, endsAt),
        }),
        url: `${page}/${of === 'silence' ? 'silence' : 'record'}`,
      })),
    ];
  });
  return { country: found === undefined ? code : countryName(locale, found), entries };
}
