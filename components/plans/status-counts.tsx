import { ACTIVITY_STATUSES, type ActivityStatus } from '@/domain/plan/statuses';
import { StatusShape } from './status-sign';

const FILLS: Readonly<Record<ActivityStatus, string>> = {
  completed: 'bg-insert',
  ongoing: 'bg-accent',
  planned: 'bg-line-strong/50',
  delayed: 'bg-warn',
  postponed: 'plan-hatched bg-warn/40',
  cancelled: 'bg-delete',
  carriedOver: 'bg-move',
};

const ORDER = [
  'completed',
  'ongoing',
  'planned',
  'delayed',
  'postponed',
  'carriedOver',
  'cancelled',
] as const;

/** How many activities stand in each status, as lengths to the eye and as numbers to everybody. */
export function StatusCountsBar(props: {
  counts: Readonly<Record<ActivityStatus, number>>;
  /** The longest of the bars it stands among. */
  most: number;
  say: (status: ActivityStatus) => string;
}) {
  const { counts, say } = props;
  const present = ORDER.filter((status) => counts[status] > 0);
  const all = ACTIVITY_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return (
    <div className="grid min-w-44 gap-1">
      <div
        className="flex h-2 gap-px"
        aria-hidden="true"
        style={{ width: `${(all / Math.max(1, props.most)) * 100}%` }}
      >
        {present.map((status) => (
          <span
            key={status}
            className={`h-2 min-w-1 first:rounded-l-sm last:rounded-r-sm ${FILLS[status]}`}
            style={{ flexGrow: counts[status] }}
          />
        ))}
      </div>
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-[0.8125rem]">
        {present.map((status) => (
          <span key={status} className="inline-flex items-baseline gap-1 whitespace-nowrap tabular-nums">
            <StatusShape status={status} />
            <span>{counts[status]}</span> <span className="text-muted">{say(status)}</span>
          </span>
        ))}
      </p>
    </div>
  );
}
