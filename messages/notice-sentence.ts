import type { NoticeData } from '../domain/notices/data';
import type { NoticeKind } from '../domain/notices/kinds';
import { sayDay } from './dates';
import { en } from './en';
import { formattingLocale, type Locale, TIME_ZONE } from './locale';
import { countryName, type NamedCountry } from './names';
import { sayPeriod } from './periods';
import { translator } from './translate';

/** What a notice says, in the reader's language: one sentence, whatever of its data is missing. */
export function noticeSentence(
  locale: Locale,
  kind: NoticeKind,
  data: NoticeData,
  countries: readonly NamedCountry[],
): string {
  const t = translator(locale, 'notices');
  // A sentence takes what it needs of these.
  const say = t as unknown as (key: string, values: Readonly<Record<string, string | number>>) => string;
  const country = data.country ?? data.countries?.split(',')[0];
  const sentence = say(`kinds.${kind}`, {
    country:
      country === undefined || country === '' ? t('parts.aDelegation') : named(locale, country, countries),
    what: data.number === undefined ? t('parts.aProposal') : t('parts.proposalN', { number: data.number }),
    where:
      data.clause === undefined || data.clause === '' ? '' : t('parts.onClause', { clause: data.clause }),
    by: data.country === undefined ? '' : t('parts.by', { country: named(locale, data.country, countries) }),
    at: data.meeting === undefined ? '' : t('parts.at', { meeting: data.meeting }),
    outcome: outcomeOf(locale, data),
    order: t(orderOf(data.reading)),
    revision: data.revision ?? 0,
    number: data.number ?? 0,
    until: data.until === undefined ? '–' : sayDeadline(locale, data.until, data.zone),
    person: data.person ?? t('parts.somebody'),
    meeting: data.meeting ?? '',
    round: data.round ?? '–',
    untilDay:
      data.until === undefined
        ? ''
        : t('parts.untilDay', { until: sayDeadline(locale, data.until, data.zone) }),
    period: data.period === undefined ? '–' : sayPeriod(locale, data.period),
    day: data.day === undefined ? '–' : sayDay(locale, data.day),
    due: data.day === undefined ? '' : t('parts.due', { day: sayDay(locale, data.day) }),
  });
  // Parts that are left out leave their spaces behind.
  return sentence.replace(/ {2,}/g, ' ').trim();
}

/** An instant by which something is due: day and hour with the zone they are said in. */
export function sayDeadline(locale: Locale, instant: string, zone: string = TIME_ZONE): string {
  const said = (timeZone: string) =>
    new Intl.DateTimeFormat(formattingLocale(locale), {
      timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(new Date(instant));
  try {
    return said(zone);
  } catch {
    return said(TIME_ZONE);
  }
}

function named(locale: Locale, code: string, countries: readonly NamedCountry[]): string {
  const found = countries.find((country) => country.code === code);
  return found === undefined ? code : countryName(locale, found);
}

function outcomeOf(locale: Locale, data: NoticeData): string {
  const t = translator(locale, 'notices');
  if (isKeyOf(en.notices.dispositions, data.disposition)) return t(`dispositions.${data.disposition}`);
  if (isKeyOf(en.notices.verbs, data.verb)) return t(`verbs.${data.verb}`);
  return data.verb === undefined && data.disposition === undefined ? t('parts.dealt') : t('parts.decided');
}

function orderOf(reading: number | undefined) {
  if (reading === 1) return 'parts.order1';
  if (reading === 2) return 'parts.order2';
  return reading === 3 ? 'parts.order3' : 'parts.orderN';
}

function isKeyOf<T extends object>(record: T, key: string | undefined): key is Extract<keyof T, string> {
  return key !== undefined && Object.hasOwn(record, key);
}
