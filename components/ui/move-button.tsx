'use client';

import { startTransition, useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { type FormAction, IDLE } from '@/components/ui/form-state';

/** Moves something by one place. The focus stays on the button, so that it can be pressed again. */
export function MoveButton(props: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  direction: 'up' | 'down';
  label: string;
  disabled: boolean;
}) {
  const [state, dispatch, isPending] = useActionState(props.action, IDLE);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.status === 'done') button.current?.focus();
  }, [state]);
  return (
    <form
      action={dispatch}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        startTransition(() => dispatch(data));
      }}
    >
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="direction" value={props.direction} />
      <Button
        ref={button}
        type="submit"
        aria-label={props.label}
        disabled={props.disabled}
        aria-busy={isPending}
      >
        <svg width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true">
          <path
            d={props.direction === 'up' ? 'M6 10V2M2.5 5.5 6 2l3.5 3.5' : 'M6 2v8M2.5 6.5 6 10l3.5-3.5'}
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </Button>
      {state.status === 'refused' ? (
        <p role="alert" className="text-sm text-delete">
          {state.message}
        </p>
      ) : null}
    </form>
  );
}
