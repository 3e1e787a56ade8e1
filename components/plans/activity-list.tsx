import Link from 'next/link';
import { Country } from '@/components/ui/country';
import type { Activity, Result } from '@/domain/plan/matrix';
import type { ActivityGroup, Group } from '@/domain/plan/view';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { groupTitle } from './group-title';
import { sayBudget, sayTimeline } from './say-activity';
import { StatusSign } from './status-sign';

/** The activities one under the other, under their headings: for reading, and for small screens. */
export function ActivityList(props: {
  planId: string;
  groups: readonly ActivityGroup<Activity>[];
  group: Group;
  results: readonly Result[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { locale, countries, results } = props;
  const t = translator(locale, 'plan');
  const isOnce = props.group !== 'lead' && props.group !== 'year';
  return (
    <div className="grid gap-6">
      {props.groups.map(({ key, activities }) => (
        <section key={key ?? ''} className="min-w-0">
          <h2 className="sticky top-14 z-10 flex items-baseline justify-between gap-4 border-b border-line-strong/60 bg-canvas py-1.5 font-serif text-lg font-semibold">
            {groupTitle(locale, props.group, key, { results, countries })}
            <span className="font-sans text-[0.8125rem] font-normal whitespace-nowrap text-muted tabular-nums">
              {t('activities', { count: activities.length })}
            </span>
          </h2>
          <ol className="divide-y divide-line">
            {activities.map((activity) => (
              <li
                key={activity.id}
                // Under leads and years one activity may stand several times, and an address leads to one place.
                id={isOnce ? activity.id : undefined}
                className="grid scroll-mt-28 gap-x-6 gap-y-1 py-3 target:bg-accent-soft sm:grid-cols-[4.5rem_minmax(0,1fr)_11rem]"
              >
                <p className="text-sm font-medium text-muted tabular-nums">{activity.code}</p>
                <div className="grid min-w-0 gap-1">
                  <h3 className="leading-snug">
                    <Link
                      href={`/plans/${props.planId}/activities/${activity.id}`}
                      className="font-medium text-ink underline-offset-2 hover:text-accent hover:underline"
                    >
                      {activity.title}
                    </Link>
                  </h3>
                  <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
                    {activity.leads.map((code) => (
                      <Country key={code} code={code} countries={countries} locale={locale} />
                    ))}
                    {activity.coLeads.map((code) => (
                      <Country
                        key={code}
                        code={code}
                        countries={countries}
                        locale={locale}
                        className="text-muted"
                      />
                    ))}
                    {activity.leads.length === 0 ? (
                      <span className="text-muted">{t('activity.noLead')}</span>
                    ) : null}
                  </p>
                  <p className="text-[0.8125rem] text-muted">
                    {[
                      sayTimeline(locale, activity),
                      activity.budget === null
                        ? ''
                        : [sayBudget(locale, activity), activity.budgetSource].filter(Boolean).join(', '),
                      activity.partners,
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </p>
                </div>
                <div className="grid content-start gap-0.5 text-sm">
                  <StatusSign status={activity.status} label={t(`status.${activity.status}`)} />
                  {activity.statusReason === '' ? null : (
                    <p className="text-[0.8125rem] text-muted">{activity.statusReason}</p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
