'use client';

import { startTransition, useActionState, useEffect, useId, useRef } from 'react';
import { Button, type ButtonTone } from './button';
import { type FormAction, IDLE } from './form-state';

/**
 * A button that asks once more before it acts, in the browser's own modal dialog: focus stays inside, Escape
 * leaves, focus goes back to the button.
 */
export function ConfirmAction(props: {
  action: FormAction;
  label: string;
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  tone?: ButtonTone;
  confirmTone?: ButtonTone;
  hidden?: Readonly<Record<string, string>>;
}) {
  const [state, dispatch, isPending] = useActionState(props.action, IDLE);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (state.status === 'done') dialog.current?.close();
  }, [state]);
  return (
    <>
      <Button tone={props.tone ?? 'plain'} onClick={() => dialog.current?.showModal()}>
        {props.label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[calc(100vw-2rem)] max-w-lg rounded-lg border border-line bg-paper p-6 text-ink shadow-pop backdrop:bg-black/40"
      >
        <h2 id={titleId} className="font-serif text-xl font-semibold">
          {props.title}
        </h2>
        <p className="mt-2">{props.text}</p>
        <form
          action={dispatch}
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            startTransition(() => dispatch(data));
          }}
          className="mt-5 flex flex-wrap items-center justify-end gap-2"
        >
          {Object.entries(props.hidden ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p role="alert" className="mr-auto text-sm text-delete">
            {state.status === 'refused' ? state.message : ''}
          </p>
          <Button onClick={() => dialog.current?.close()}>{props.cancel}</Button>
          <Button
            type="submit"
            tone={props.confirmTone ?? 'primary'}
            disabled={isPending}
            aria-busy={isPending}
          >
            {props.confirm}
          </Button>
        </form>
      </dialog>
    </>
  );
}
