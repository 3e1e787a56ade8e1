import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import type { AdoptionGap } from '@/domain/procedure/adoption-gaps';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

const ORDER: readonly AdoptionGap['rule'][] = ['PR34', 'PR35', 'PR33', 'PR38', 'PR37', 'PR39', 'PR36'];
const SHOWN_AT_ONCE = 12;

/** PR40: what keeps a text from adoption, kind by kind, each with its clause and whom it waits for. */
export function GapList(props: {
  documentId: string;
  gaps: readonly AdoptionGap[];
  countries: readonly NamedCountry[];
  language: string;
  locale: Locale;
}) {
  const t = translator(props.locale, 'adoption');
  if (props.gaps.length === 0) return <p className="text-insert">{t('gaps.none')}</p>;
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t('gaps.lead')}</p>
      <dl className="grid gap-3">
        {ORDER.map((rule) => {
          const gaps = props.gaps.filter((gap) => gap.rule === rule);
          if (gaps.length === 0) return null;
          const list = <Places {...props} gaps={gaps} />;
          return (
            <div key={rule}>
              <dt className="text-sm font-semibold">{t(`gaps.${rule}`)}</dt>
              <dd className="mt-1">
                {gaps.length <= SHOWN_AT_ONCE ? (
                  list
                ) : (
                  <Disclosure summary={t('gaps.more', { count: gaps.length })}>{list}</Disclosure>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function Places(props: {
  documentId: string;
  gaps: readonly AdoptionGap[];
  countries: readonly NamedCountry[];
  language: string;
  locale: Locale;
}) {
  const t = translator(props.locale, 'adoption');
  const common = translator(props.locale, 'common');
  const base = `/documents/${props.documentId}/negotiation`;
  return (
    <ul className="grid gap-1 text-sm">
      {props.gaps.map((gap) => (
        <li key={`${gap.rule} ${gap.clauseId}`} className="flex flex-wrap items-baseline gap-x-2">
          <Link
            prefetch={false}
            href={gap.clauseId === null ? base : `${base}/${gap.clauseId}`}
            className="text-accent underline underline-offset-2"
            lang={gap.clauseId === null ? undefined : props.language}
          >
            {gap.clause === '' ? t('gaps.wholeText') : gap.clause}
          </Link>
          {gap.delegations.length === 0 ? null : (
            <span>{namesOf(gap.delegations, props.countries, props.locale)}</span>
          )}
          {gap.count === 0 ? null : <span className="text-muted">({gap.count})</span>}
          {gap.clauseState === null ? null : (
            <span className="text-muted">{common(`clauseState.${gap.clauseState}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function namesOf(codes: readonly string[], countries: readonly NamedCountry[], locale: Locale): string {
  const names = codes.map((code) => {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? code : countryName(locale, country);
  });
  return new Intl.ListFormat(locale).format(names);
}
