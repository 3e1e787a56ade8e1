import type { ReactNode } from 'react';

/** A list with nothing in it: says why, and what to do next. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-1 py-2">
      <p className="font-medium">{props.title}</p>
      {props.children === undefined ? null : <div className="max-w-prose text-muted">{props.children}</div>}
      {props.actions === undefined ? null : <div className="mt-2 flex flex-wrap gap-2">{props.actions}</div>}
    </div>
  );
}
