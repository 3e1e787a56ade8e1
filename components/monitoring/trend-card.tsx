import type { ReactNode } from 'react';
import type { Achievement } from '@/domain/monitoring/achievement';
import type { Aggregation, IndicatorType } from '@/domain/monitoring/indicators';
import type { Light } from '@/domain/monitoring/lights';
import type { Coverage } from '@/domain/monitoring/region';
import { sayRegion, sayShare, sayValue } from '@/messages/answers';
import type { Locale } from '@/messages/locale';
import { sayPeriod } from '@/messages/periods';
import { formatter, translator } from '@/messages/translate';
import { LightSign } from './signs';
import { planTrend, type TrendPlan } from './trend-plan';

export interface TrendIndicator {
  readonly indicator: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly unit: string;
    readonly type: IndicatorType;
    readonly scale: readonly string[];
    readonly aggregation: Aggregation;
    readonly baseline: number | null;
    readonly baselineYear: number | null;
  };
  readonly figure: {
    readonly value: number | null;
    readonly coverage: Coverage;
    readonly isAtLeast: boolean;
    readonly achievement: Achievement;
    readonly milestone: { readonly period: string; readonly value: number } | null;
  };
  readonly light: Light;
  readonly manual: { readonly reason: string } | null;
  readonly isByHand: boolean;
  readonly trend: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly isAtLeast: boolean;
    readonly reported: number;
    readonly asked: number;
    readonly own: number | null;
  }[];
  readonly targets: readonly { readonly period: string; readonly value: number }[];
}

/** "6 of 10 reported, 1 not applicable". */
export function sayCoverage(locale: Locale, coverage: Coverage): string {
  const t = translator(locale, 'monitoring');
  return [
    t('coverage.reported', { reported: coverage.value, asked: coverage.asked }),
    coverage.notApplicable > 0 ? t('coverage.notApplicable', { count: coverage.notApplicable }) : '',
    coverage.notAvailable > 0 ? t('coverage.notAvailable', { count: coverage.notAvailable }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** One indicator: where it stands, how far that is, and how it came there. */
export function TrendCard(props: { line: TrendIndicator; children?: ReactNode; locale: Locale }) {
  const { line, locale } = props;
  const t = translator(locale, 'monitoring');
  const { indicator, figure, light } = line;
  const isIncomplete = figure.isAtLeast;
  const value = figure.value === null ? null : sayRegion(locale, indicator, figure.value);
  return (
    <li className="trend-card" id={`trend-${indicator.id}`}>
      <h4 className="trend-title">
        <span className="trend-code">{indicator.code}</span> {indicator.title}
      </h4>
      <p className="trend-now">
        <span className="trend-value">
          {value === null
            ? t(line.isByHand ? 'byHand' : 'noFigure')
            : isIncomplete
              ? t('atLeast', { value })
              : value}
        </span>{' '}
        {value === null || indicator.aggregation === 'shareMeeting' ? null : (
          <span className="text-[0.8125rem] text-muted">{indicator.unit}</span>
        )}
        <span className="ml-auto">
          <LightSign light={light} locale={locale} />
        </span>
      </p>
      <AchievementBar achievement={figure.achievement} light={light} locale={locale} />
      <p className="text-[0.8125rem] text-muted">
        {[sayOutcome(line, locale), sayCoverage(locale, figure.coverage)]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {line.manual === null ? null : <p className="mt-1 text-sm">{line.manual.reason}</p>}
      {line.isByHand ? null : <Trend line={line} locale={locale} />}
      {props.children}
    </li>
  );
}

/** What the achievement is, in words: every case of MO16 and MO17 has its own. */
function sayOutcome({ figure, indicator }: TrendIndicator, locale: Locale): string {
  const t = translator(locale, 'monitoring');
  const { achievement, milestone } = figure;
  const target =
    milestone === null
      ? ''
      : t('outcome.target', {
          period: sayPeriod(locale, milestone.period),
          value: sayValue(locale, indicator, milestone.value),
        });
  switch (achievement.outcome) {
    case 'computed':
      return t('outcome.computed', { share: sayShare(locale, achievement.share), target });
    case 'incomplete':
      return achievement.atLeast === null
        ? t('outcome.incomplete')
        : t('outcome.atLeast', { share: sayShare(locale, achievement.atLeast), target });
    case 'shareMeeting':
      return t('outcome.shareMeeting', { met: achievement.met, judged: achievement.judged, target });
    case 'targetIsBaseline':
      return t(achievement.isMet ? 'outcome.held' : 'outcome.notHeld', { target });
    case 'baselineUnknown':
      return t(achievement.isMet ? 'outcome.unknownMet' : 'outcome.unknownNotMet', { target });
    case 'yesNo':
      return t(achievement.isMet ? 'outcome.met' : 'outcome.notMet', { target });
    default:
      return t(`outcome.${achievement.outcome}`);
  }
}

/** The share as a bar: the figure beside it is the real one, only the bar ends at the whole. */
function AchievementBar(props: { achievement: Achievement; light: Light; locale: Locale }) {
  const { achievement, light } = props;
  const share =
    achievement.outcome === 'computed' || achievement.outcome === 'shareMeeting'
      ? achievement.share
      : achievement.outcome === 'incomplete'
        ? achievement.atLeast
        : null;
  if (share === null) return null;
  const width = Math.max(0, Math.min(1, share)) * 312;
  return (
    <svg className="achievement" viewBox="0 0 320 10" aria-hidden="true">
      <rect className="heat-track" x="4" y="2" width="312" height="6" rx="3" />
      <rect className="achievement-bar" data-light={light} x="4" y="2" width={width} height="6" rx="3" />
      {share > 1 ? <path className="achievement-over" d="M310 0l6 5-6 5" /> : null}
    </svg>
  );
}

function Trend(props: { line: TrendIndicator; locale: Locale }): ReactNode {
  const { line, locale } = props;
  const t = translator(locale, 'monitoring');
  const { indicator, trend } = line;
  const isShare = indicator.aggregation === 'shareMeeting';
  // What each member aims at and where each began is on no scale with the share that got there.
  const targets = isShare ? [] : line.targets;
  const baseline =
    isShare || indicator.baseline === null || indicator.baselineYear === null
      ? null
      : { period: String(indicator.baselineYear), value: indicator.baseline };
  const periods = [
    ...new Set([
      ...(baseline === null ? [] : [baseline.period]),
      ...trend.map(({ period }) => period),
      ...targets.map(({ period }) => period),
    ]),
  ].toSorted();
  const years = periods.map(Number);
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  // A year without a figure takes its place on the axis, too.
  const axis = years.some(Number.isNaN)
    ? periods
    : Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const plan = planTrend({
    periods: axis,
    baseline,
    region: trend,
    own:
      isShare || indicator.aggregation === 'sum'
        ? []
        : trend.map(({ period, own }) => ({ period, value: own })),
    targets,
  });
  const title = t('trend.of', { code: indicator.code });
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      role="img"
      aria-label={`${title}: ${describe(line, locale)}`}
    >
      <title>{title}</title>
      <Frame plan={plan} line={line} locale={locale} />
      <path className="trend-target" d={plan.target.path} />
      {plan.target.dots.map(({ x, y, period }) => (
        <path key={period} className="trend-goal" d={`M${x} ${y - 5}l5 5-5 5-5-5Z`} />
      ))}
      {plan.baseline === null ? null : (
        <circle className="trend-baseline" cx={plan.baseline.x} cy={plan.baseline.y} r="3" />
      )}
      <path className="trend-own" d={plan.own.path} />
      {plan.own.dots.map(({ x, y, period }) => (
        <rect key={period} className="trend-own-dot" x={x - 2.5} y={y - 2.5} width="5" height="5" />
      ))}
      <path className="trend-region" d={plan.region.path} />
      {plan.region.dots.map(({ x, y, period }) => (
        <circle
          key={period}
          className={
            trend.find((point) => point.period === period)?.isAtLeast === true ? 'trend-least' : 'trend-dot'
          }
          cx={x}
          cy={y}
          r="4"
        />
      ))}
    </svg>
  );
}

function Frame({ plan, line, locale }: { plan: TrendPlan; line: TrendIndicator; locale: Locale }): ReactNode {
  const format = formatter(locale);
  const isShare = line.indicator.aggregation === 'shareMeeting';
  const tick = (value: number) =>
    isShare ? `${format.number(value * 100)}%` : format.number(value, { notation: 'compact' });
  return (
    <>
      {plan.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className="trend-grid" x1={plan.left} x2={plan.right} y1={y} y2={y} />
          <text className="trend-tick" x={plan.left - 6} y={y + 4} textAnchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
      {plan.periods.map(({ period, x }) => {
        const point = line.trend.find((one) => one.period === period);
        return (
          <g key={period}>
            <text className="trend-tick" x={x} y={plan.bottom + 16} textAnchor="middle">
              {period.length === 4
                ? format.dateTime(new Date(`${period}-06-15`), { year: 'numeric' }).replace(/\D+/g, '')
                : period.slice(2)}
            </text>
            {point === undefined ? null : (
              <text className="trend-tick trend-cover" x={x} y={plan.bottom + 32} textAnchor="middle">
                {format.number(point.reported)}/{format.number(point.asked)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function describe({ indicator, trend }: TrendIndicator, locale: Locale): string {
  return trend
    .map(({ period, value, reported, asked }) => {
      const figure = value === null ? '–' : sayRegion(locale, indicator, value);
      return `${sayPeriod(locale, period)} ${figure} (${reported}/${asked})`;
    })
    .join('; ');
}
