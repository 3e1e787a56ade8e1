import type { ReactNode } from 'react';

const TONES = {
  info: 'border-accent/50 bg-accent-soft',
  warn: 'border-warn/60 bg-warn-soft',
  error: 'border-delete/60 bg-delete-soft',
  done: 'border-insert/60 bg-insert-soft',
} as const;

/** A message that says what happened and what to do. Errors interrupt a screen reader, the rest wait their turn. */
export function Notice(props: {
  tone?: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const tone = props.tone ?? 'info';
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`grid gap-1 rounded-md border px-4 py-3 text-sm ${TONES[tone]}`}
    >
      {props.title === undefined ? null : <p className="font-semibold">{props.title}</p>}
      {props.children}
      {props.actions === undefined ? null : <div className="mt-2 flex flex-wrap gap-2">{props.actions}</div>}
    </div>
  );
}
