import type { ReactNode } from 'react';
import { Country } from '@/components/ui/country';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import type { Activity, Result } from '@/domain/plan/matrix';
import { type Rollup, rollupByArea, rollupByLead, rollupByYear } from '@/domain/plan/rollups';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { StatusCountsBar } from './status-counts';

/** How many activities stand where. Counts, never shares; countries in the order of the table, never ranked (PL30). */
export function PlanCounts(props: {
  results: readonly Result[];
  activities: readonly Activity[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { results, activities, countries, locale } = props;
  const t = translator(locale, 'plan');
  const areaName = (id: string) => {
    const area = results.find((result) => result.id === id);
    return area === undefined ? id : `${area.code} · ${nameIn(locale, area.title, area.titleThai)}`;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 xl:grid-cols-2">
      <Section title={t('counts.byArea')}>
        <Counts
          rollups={rollupByArea(results, activities)}
          caption={t('counts.byArea')}
          head={t('counts.area')}
          locale={locale}
          name={areaName}
        />
      </Section>
      <Section title={t('counts.byYear')}>
        <Counts
          rollups={rollupByYear(activities)}
          caption={t('counts.byYear')}
          head={t('counts.year')}
          locale={locale}
          name={(year) => String(locale === 'th' ? year + 543 : year)}
        />
        <p className="mt-3 text-[0.8125rem] text-muted">{t('counts.noteYear')}</p>
      </Section>
      <Section title={t('counts.byLead')}>
        <Counts
          rollups={rollupByLead(
            countries.map(({ code }) => code),
            activities,
          )}
          caption={t('counts.byLead')}
          head={t('counts.lead')}
          locale={locale}
          name={(code) => <Country code={code} countries={countries} locale={locale} />}
        />
        <p className="mt-3 text-[0.8125rem] text-muted">{t('counts.noteLead')}</p>
      </Section>
    </div>
  );
}

function Counts<K extends string | number>(props: {
  rollups: readonly Rollup<K>[];
  caption: string;
  head: string;
  locale: Locale;
  name: (key: K) => ReactNode;
}) {
  const t = translator(props.locale, 'plan');
  const most = Math.max(1, ...props.rollups.map(({ all }) => all));
  return (
    <Table caption={props.caption} head={[props.head, t('counts.all'), t('statusOf')]}>
      {props.rollups.map(({ key, counts, all }) => (
        <tr key={key ?? ''}>
          <td className="max-w-64 min-w-24">
            {key === null ? <span className="text-muted">{t('counts.without')}</span> : props.name(key)}
          </td>
          <td className="tabular-nums">{all}</td>
          <td className="w-3/5">
            <StatusCountsBar counts={counts} most={most} say={(status) => t(`status.${status}`)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
