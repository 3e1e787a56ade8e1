import type { ReactNode } from 'react';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@/domain/plan/statuses';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { formatter, translator } from '@/messages/translate';

/** What is done stands first, what is not to come last. */
const ORDER = [
  'completed',
  'ongoing',
  'planned',
  'delayed',
  'postponed',
  'carriedOver',
  'cancelled',
] as const satisfies readonly ActivityStatus[];
const WIDTH = 640;
const BAR = 18;

export interface AreaActivities {
  readonly area: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly titleThai: string;
  } | null;
  readonly statuses: Readonly<Record<string, number>>;
  readonly total: number;
}

/** Activities of each area by status, as lengths beside each other and as numbers. A status is no share of anything. */
export function ActivityBars(props: { groups: readonly AreaActivities[]; locale: Locale }): ReactNode {
  const { groups, locale } = props;
  const t = translator(locale, 'monitoring');
  const plan = translator(locale, 'plan');
  const most = Math.max(1, ...groups.map(({ total }) => total));
  const shown = ORDER.filter((status) => groups.some(({ statuses }) => (statuses[status] ?? 0) > 0));
  return (
    <figure className="m-0">
      <p className="light-legend">
        {shown.map((status) => (
          <span key={status} className="light-sign">
            <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
              <Segment status={status} x={0} width={16} height={12} />
            </svg>
            {plan(`status.${status}`)}
          </span>
        ))}
      </p>
      <svg width="0" height="0" className="absolute" aria-hidden="true">
        <StatusPatterns />
      </svg>
      <ul className="grid gap-3">
        {groups.map(({ area, statuses, total }) => (
          <li key={area?.id ?? ''}>
            <p className="mb-1 text-sm">
              {area === null ? t('noArea') : `${area.code} ${nameIn(locale, area.title, area.titleThai)}`}
            </p>
            <Bar statuses={statuses} total={total} most={most} locale={locale} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Bar(props: {
  statuses: Readonly<Record<string, number>>;
  total: number;
  most: number;
  locale: Locale;
}): ReactNode {
  const format = formatter(props.locale);
  const plan = translator(props.locale, 'plan');
  const unit = WIDTH / props.most;
  let at = 0;
  const parts = ORDER.flatMap((status) => {
    const count = props.statuses[status] ?? 0;
    if (count === 0) return [];
    const part = { status, count, x: at, width: count * unit };
    at += part.width;
    return [part];
  });
  return (
    <svg
      className="activity-bar"
      viewBox={`0 0 ${WIDTH} ${BAR + 16}`}
      role="img"
      aria-label={parts.map(({ status, count }) => `${plan(`status.${status}`)} ${count}`).join(', ')}
    >
      {parts.map(({ status, count, x, width }) => (
        <g key={status}>
          <title>{`${plan(`status.${status}`)}: ${count}`}</title>
          <Segment status={status} x={x + 1} width={width - 2} height={BAR} />
          <text className="activity-count" x={x + width / 2} y={BAR + 13} textAnchor="middle">
            {format.number(count)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Segment(props: { status: ActivityStatus; x: number; width: number; height: number }): ReactNode {
  const { status, ...box } = props;
  return (
    <>
      <rect className="activity-part" data-status={status} {...box} y="0" rx="2" />
      <rect fill={`url(#status-${status})`} {...box} y="0" rx="2" />
    </>
  );
}

/** A pattern for each status over its colour: plain, half, dotted, stripes either way, bars, crosses. */
function StatusPatterns(): ReactNode {
  const lines: Readonly<Record<ActivityStatus, string>> = {
    completed: '',
    ongoing: 'M0 4H8',
    planned: 'M2 2h.01M6 6h.01',
    delayed: 'M-2 10 10-2M-2 2 2-2M6 10 10 6',
    postponed: 'M2 0V8M6 0V8',
    cancelled: 'M0 0 8 8M8 0 0 8',
    carriedOver: 'M10 10-2-2M10 2 6-2M2 10-2 6',
  };
  return (
    <defs>
      {ACTIVITY_STATUSES.map((status) => (
        <pattern key={status} id={`status-${status}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path className="activity-line" data-status={status} d={lines[status]} />
        </pattern>
      ))}
    </defs>
  );
}
