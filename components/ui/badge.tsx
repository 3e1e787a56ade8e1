import type { ReactNode } from 'react';
import type { DocumentState } from '@/domain/procedure/states';

const TONES = {
  neutral: 'border-line-strong/50 text-muted',
  accent: 'border-accent/60 text-accent',
  done: 'border-insert/60 text-insert',
  warn: 'border-warn/60 text-warn',
  stop: 'border-delete/60 text-delete',
} as const;

export function Badge(props: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-full border px-2.5 py-0.5 text-xs font-medium whitespace-nowrap ${TONES[props.tone ?? 'neutral']}`}
    >
      {props.children}
    </span>
  );
}

export function stateTone(state: DocumentState): keyof typeof TONES {
  if (state === 'adopted') return 'done';
  if (state === 'withdrawn' || state === 'notAdopted') return 'stop';
  if (state === 'draft' || state === 'negotiation') return 'accent';
  return 'neutral';
}
