import type { PaperAnnexes } from '../domain/text/paper';
import { sayInstant } from './dates';
import type { Locale } from './locale';
import { translator } from './translate';

/** What came to the record of a decision besides and since, as the end of a paper says it: names and words. */
export function annexFacts(
  annexes: PaperAnnexes | undefined,
  locale: Locale,
): [name: string, words: string][] {
  if (annexes === undefined) return [];
  const t = translator(locale, 'tiers');
  const common = translator(locale, 'common');
  const { annulled } = annexes;
  return [
    ...(annulled === null
      ? []
      : [
          [
            t('annulled'),
            t('annulledAt', { at: sayInstant(locale, annulled.at), reason: annulled.reason }),
          ] satisfies [string, string],
        ]),
    ...annexes.tiers.map(({ verb, meeting, wording, at }): [string, string] => [
      common(`verb.${verb}`),
      `${meeting}, ${sayInstant(locale, at)}. ${wording}`,
    ]),
    ...annexes.corrigenda.map(({ number, citation, before, after, issuedAt }): [string, string] => [
      [t('corrigenda.name', { number }), citation].filter((part) => part !== '').join(', '),
      `${t('corrigenda.before')} ${before} ${t('corrigenda.after')} ${after} (${sayInstant(locale, issuedAt)})`,
    ]),
    ...annexes.statements.map(({ delegation, kind, text, at }): [string, string] => [
      `${t(`statements.kind.${kind}`)}: ${delegation}`,
      `${text} (${sayInstant(locale, at)})`,
    ]),
  ];
}

/** The same in short, for the head of a paper: "with Corr.1", "Annulled". */
export function annexMarks(annexes: PaperAnnexes | undefined, locale: Locale): string[] {
  const t = translator(locale, 'tiers');
  const last = annexes?.corrigenda.at(-1);
  return [
    ...(annexes === undefined || annexes.annulled === null ? [] : [t('annulled')]),
    ...(last === undefined ? [] : [t('corrigenda.with', { number: last.number })]),
  ];
}
