import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import { Flag } from '@/components/ui/flag';
import { Table } from '@/components/ui/table';
import type { Activity, Result } from '@/domain/plan/matrix';
import { monthNumber } from '@/domain/plan/months';
import { axisYears, barOf, plannedSpan, revisedSpan } from '@/domain/plan/span';
import type { ActivityGroup, Group } from '@/domain/plan/view';
import type { Locale } from '@/messages/locale';
import { sayMonths } from '@/messages/months';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { groupTitle } from './group-title';
import { sayTimeline } from './say-activity';
import { ScrollFrame } from './scroll-frame';
import { StatusShape, StatusSign } from './status-sign';

interface Props {
  readonly plan: { readonly id: string; readonly fromYear: number; readonly toYear: number };
  readonly groups: readonly ActivityGroup<Activity>[];
  readonly group: Group;
  readonly results: readonly Result[];
  readonly countries: readonly NamedCountry[];
  /** YYYY-MM */
  readonly thisMonth: string;
  readonly locale: Locale;
}

/** Bars by month, as planned and as revised, each row an activity; the same as a table below. */
export function PlanTimeline(props: Props) {
  const { locale, groups } = props;
  const t = translator(locale, 'plan');
  const axis = axisYears(
    props.plan,
    groups.flatMap(({ activities }) => activities),
  );
  const years = Array.from({ length: axis.last - axis.first + 1 }, (_, index) => axis.first + index);
  const months = years.length * 12;
  const now = monthNumber(props.thisMonth) - axis.first * 12;
  const isNowShown = now >= 0 && now < months;
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-[0.8125rem] text-muted">
        <Key label={t('timeline.planned')}>
          <rect x="0.5" y="2.5" width="27" height="7" rx="1.5" className="plan-bar-planned" />
        </Key>
        <Key label={t('timeline.revised')}>
          <rect x="0" y="2" width="28" height="8" rx="1.5" className="plan-bar-revised" />
        </Key>
        {isNowShown ? (
          <Key label={t('timeline.today')}>
            <path d="M14 0v12" className="plan-now" />
          </Key>
        ) : null}
      </p>
      <ScrollFrame
        label={t('timeline.chart')}
        className="overflow-x-auto rounded-lg border border-line bg-paper shadow-card"
      >
        <div className="plan-timeline" style={{ '--years': years.length } as React.CSSProperties}>
          <div className="plan-timeline-head" aria-hidden="true">
            <span />
            <ol>
              {years.map((year) => (
                <li key={year}>{sayYear(locale, year)}</li>
              ))}
            </ol>
          </div>
          {groups.map(({ key, activities }) => (
            <div key={key ?? ''}>
              <h2 className="plan-timeline-group">
                {groupTitle(locale, props.group, key, { results: props.results, countries: props.countries })}
              </h2>
              <ol>
                {activities.map((activity) => (
                  <li
                    key={activity.id}
                    data-activity={activity.id}
                    className="plan-timeline-row data-target:bg-accent-soft"
                  >
                    <p>
                      <span className="flex items-baseline gap-1.5">
                        <span className="text-[0.8125rem] whitespace-nowrap text-muted tabular-nums">
                          {activity.code}
                        </span>
                        <Link
                          href={`/plans/${props.plan.id}/activities/${activity.id}`}
                          className="truncate text-ink underline-offset-2 hover:text-accent hover:underline"
                          title={activity.title}
                        >
                          {activity.title}
                        </Link>
                      </span>
                      <span className="sr-only">
                        {t(`status.${activity.status}`)}, {sayTimeline(locale, activity)}
                      </span>
                    </p>
                    <div className="plan-timeline-bars" aria-hidden="true">
                      <Bars
                        activity={activity}
                        first={axis.first}
                        months={months}
                        now={isNowShown ? now : null}
                      />
                    </div>
                    <span
                      className="plan-timeline-status"
                      aria-hidden="true"
                      title={t(`status.${activity.status}`)}
                    >
                      <StatusShape status={activity.status} />
                      {activity.leads.map((code) => (
                        <Flag key={code} country={code} size={9} />
                      ))}
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      </ScrollFrame>
      <Disclosure summary={t('timeline.table')} className="mt-4">
        <TimelineTable {...props} />
      </Disclosure>
    </>
  );
}

function sayYear(locale: Locale, year: number): string {
  return String(locale === 'th' ? year + 543 : year);
}

function Key(props: { label: string; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
        {props.children}
      </svg>
      {props.label}
    </span>
  );
}

/** One row of the chart. It is stretched to the width there is, so everything in it is a rectangle or an upright line. */
function Bars(props: { activity: Activity; first: number; months: number; now: number | null }) {
  const { activity, first, months } = props;
  const [planned, revised] = [plannedSpan(activity), revisedSpan(activity)].map((span) =>
    span === null ? null : barOf(span, first),
  );
  return (
    <svg viewBox={`0 0 ${months} 24`} preserveAspectRatio="none" width="100%" height="24" aria-hidden="true">
      {Array.from({ length: months / 12 - 1 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its year
        <path key={index} d={`M${(index + 1) * 12} 0v24`} className="plan-year-line" />
      ))}
      {planned == null ? null : (
        <rect
          x={planned.at}
          y={revised == null ? 7 : 3}
          width={planned.months}
          height="8"
          className="plan-bar-planned"
        />
      )}
      {revised == null ? null : (
        <rect x={revised.at} y="12.5" width={revised.months} height="8" className="plan-bar-revised" />
      )}
      {props.now === null ? null : <path d={`M${props.now + 0.5} 0v24`} className="plan-now" />}
    </svg>
  );
}

function TimelineTable({ groups, locale, countries }: Props) {
  const t = translator(locale, 'plan');
  const rows = [
    ...new Map(groups.flatMap(({ activities }) => activities).map((row) => [row.id, row])).values(),
  ];
  return (
    <Table
      caption={t('timeline.title')}
      head={[
        t('field.code'),
        t('field.title'),
        t('field.leads'),
        t('timeline.planned'),
        t('timeline.revised'),
        t('field.status'),
      ]}
    >
      {rows.map((activity) => {
        const [planned, revised] = [plannedSpan(activity), revisedSpan(activity)].map((span) =>
          span === null ? '–' : sayMonths(locale, span),
        );
        const names = activity.leads.map((code) => {
          const country = countries.find((entry) => entry.code === code);
          return country === undefined ? code : countryName(locale, country);
        });
        return (
          <tr key={activity.id}>
            <td className="tabular-nums">{activity.code}</td>
            <td className="min-w-48">{activity.title}</td>
            <td>{names.join(', ')}</td>
            <td className="whitespace-nowrap">{planned}</td>
            <td className="whitespace-nowrap">{revised}</td>
            <td>
              <StatusSign status={activity.status} label={t(`status.${activity.status}`)} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
