import type { ActivityStatus } from '@/domain/plan/statuses';

const TONES: Readonly<Record<ActivityStatus, string>> = {
  planned: 'text-muted',
  ongoing: 'text-accent',
  completed: 'text-insert',
  delayed: 'text-warn',
  postponed: 'text-warn',
  cancelled: 'text-delete',
  carriedOver: 'text-move',
};

/** Each status has a shape of its own: colour alone tells nobody anything. */
const SHAPES: Readonly<Record<ActivityStatus, React.ReactNode>> = {
  planned: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  ongoing: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  completed: <circle cx="6" cy="6" r="4.75" fill="currentColor" />,
  delayed: <path d="M6 1.5 11 10.5H1z" fill="currentColor" />,
  postponed: <path d="M3 2h2v8H3zM7 2h2v8H7z" fill="currentColor" />,
  cancelled: <path d="M2.5 2.5l7 7m0-7-7 7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  carriedOver: (
    <path
      d="M1.5 6h8M6.5 2.5 10 6 6.5 9.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

export function StatusSign(props: { status: ActivityStatus; label: string; className?: string }) {
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap ${props.className ?? ''}`}>
      <StatusShape status={props.status} />
      {props.label}
    </span>
  );
}

export function StatusShape(props: { status: ActivityStatus }) {
  return (
    <svg
      width="11"
      height="11"
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={`shrink-0 ${TONES[props.status]}`}
    >
      {SHAPES[props.status]}
    </svg>
  );
}
