'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { FIELDS, type FieldName } from '@/domain/plan/fields';
import { ACTIVITY_STATUSES, type ActivityStatus, needsReason } from '@/domain/plan/statuses';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type TypedCells = Partial<Record<FieldName, string>>;

/** Where one goes on from here. */
export type After = 'stay' | 'down' | 'next' | 'before';

/** The words of one cell while they are typed. What is wrong is said under them, and they stay. */
export function CellEditor(props: {
  field: FieldName;
  label: string;
  words: string;
  /** Of a status: why. */
  reason: string;
  error: string | null;
  choices: readonly Choice[] | null;
  /** Whether what was typed with a key replaced the words. */
  isFresh: boolean;
  /** Hears what stands in it, whenever that changes. */
  onType: (typed: TypedCells) => void;
  /** What is wrong, or null: it was taken. */
  onTake: (typed: TypedCells, after: After) => string | null;
  onLeave: (typed: TypedCells) => void;
  onCancel: () => void;
}) {
  const { field } = props;
  const t = useTranslations('plan');
  const [words, setWords] = useState(props.words);
  const [reason, setReason] = useState(props.reason);
  const [error, setError] = useState(props.error);
  const isOver = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const asksReason = field === 'status' && needsReason(words as ActivityStatus);
  // It is larger than its cell: all of it must be in sight, and stay so when it grows.
  const height = `${asksReason} ${error}`;
  useEffect(() => {
    if (height !== '') box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [height]);
  const typed = (): TypedCells => (asksReason ? { status: words, statusReason: reason } : { [field]: words });

  useEffect(() => props.onType(typed()));

  function take(after: After) {
    const problem = props.onTake(typed(), after);
    if (problem === null) isOver.current = true;
    setError(problem);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      isOver.current = true;
      props.onCancel();
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      if (asksReason && reason.trim() === '' && event.target instanceof HTMLSelectElement)
        reasonBox()?.focus();
      else take('down');
    } else if (
      event.key === 'Tab' &&
      !(asksReason && !event.shiftKey && event.target instanceof HTMLSelectElement)
    ) {
      event.preventDefault();
      take(event.shiftKey ? 'before' : 'next');
    }
  }

  const reasonBox = () => box.current?.querySelector('textarea');
  const common = {
    'aria-label': props.label,
    'aria-invalid': error !== null,
    ...(error === null ? {} : { 'aria-describedby': `${id}-error` }),
    ref: (element: HTMLElement | null) => begin(element, props.isFresh),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the control inside
    <div
      ref={box}
      className="plan-cell-editor"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (isOver.current || event.currentTarget.contains(event.relatedTarget)) return;
        // A window that loses the focus takes nothing away from whoever types in it.
        if (!document.hasFocus()) return;
        isOver.current = true;
        props.onLeave(typed());
      }}
    >
      {props.choices !== null ? (
        <select {...common} value={words} onChange={(event) => setWords(event.target.value)}>
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : isLong(field) ? (
        <textarea {...common} rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
      ) : (
        <input {...common} value={words} onChange={(event) => setWords(event.target.value)} />
      )}
      {asksReason ? (
        <>
          <label htmlFor={`${id}-reason`} className="block">
            {t('grid.reason')} ({t('grid.reasonNeeded')})
          </label>
          <textarea
            id={`${id}-reason`}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : null}
      <Hint field={field} t={t} />
      {error === null ? null : (
        <p id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

export function choicesOf(
  field: FieldName,
  from: {
    readonly results: readonly { readonly code: string; readonly title: string }[];
    readonly before: readonly { readonly code: string; readonly title: string }[];
    readonly status: (status: ActivityStatus) => string;
  },
): readonly Choice[] | null {
  const named = ({ code, title }: { code: string; title: string }) => ({
    value: code,
    label: `${code} ${title}`,
  });
  switch (FIELDS[field].kind) {
    case 'status':
      return ACTIVITY_STATUSES.map((value) => ({ value, label: from.status(value) }));
    case 'result':
      return from.results.map(named);
    case 'predecessor':
      return [{ value: '', label: '–' }, ...from.before.map(named)];
    default:
      return null;
  }
}

function isLong(field: FieldName): boolean {
  return (FIELDS[field].longest ?? 0) >= 300;
}

function Hint(props: {
  field: FieldName;
  t: (key: 'grid.monthHint' | 'grid.countriesHint') => string;
}): ReactNode {
  const { kind } = FIELDS[props.field];
  if (kind === 'month') return <p>{props.t('grid.monthHint')}</p>;
  return kind === 'countries' ? <p>{props.t('grid.countriesHint')}</p> : null;
}

/** Begins in the control: behind a sign that was typed, or with all words chosen. */
function begin(element: HTMLElement | null, isFresh: boolean): void {
  if (element === null || element.dataset.begun === 'yes') return;
  element.dataset.begun = 'yes';
  element.focus();
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return;
  if (isFresh) element.setSelectionRange(element.value.length, element.value.length);
  else element.select();
}
