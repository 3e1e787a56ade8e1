'use client';

import { startTransition, useActionState, useEffect, useId, useRef, useState } from 'react';
import { Button, type ButtonTone } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import { type FormAction, IDLE } from '@/components/ui/form-state';

/**
 * One step of the procedure: a button, then a question that says what the step means, and where the record needs
 * it a reason. A refusal stays in the dialog with what was typed.
 */
export function StepButton(props: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  label: string;
  text: string;
  confirm: string;
  cancel: string;
  tone?: ButtonTone;
  confirmTone?: ButtonTone;
  reason?: { readonly label: string; readonly hint: string; readonly missing: string };
}) {
  const [state, dispatch, isPending] = useActionState(props.action, IDLE);
  const [isMissing, setMissing] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (state.status === 'done') dialog.current?.close();
  }, [state]);
  const error = isMissing ? props.reason?.missing : state.field === 'reason' ? state.message : undefined;
  return (
    <>
      <Button tone={props.tone ?? 'plain'} onClick={() => dialog.current?.showModal()}>
        {props.label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[calc(100vw-2rem)] max-w-lg rounded-lg border border-line bg-paper p-6 text-left text-ink shadow-pop backdrop:bg-black/40"
      >
        <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
          {props.label}
        </h2>
        <p className="mt-2">{props.text}</p>
        <form
          action={dispatch}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            const empty = props.reason !== undefined && String(data.get('reason') ?? '').trim() === '';
            setMissing(empty);
            if (!empty) startTransition(() => dispatch(data));
          }}
          className="mt-4 grid gap-4"
        >
          {Object.entries(props.hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {props.reason === undefined ? null : (
            <Field id={`${id}-reason`} label={props.reason.label} hint={props.reason.hint} error={error}>
              <TextArea
                id={`${id}-reason`}
                name="reason"
                rows={3}
                maxLength={2000}
                required
                aria-invalid={error !== undefined}
                aria-describedby={
                  error === undefined ? `${id}-reason-hint` : `${id}-reason-hint ${id}-reason-error`
                }
              />
            </Field>
          )}
          {state.status === 'refused' && error === undefined ? (
            <p role="alert" className="text-sm text-delete">
              {state.message}
            </p>
          ) : null}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>{props.cancel}</Button>
            <Button
              type="submit"
              tone={props.confirmTone ?? 'primary'}
              disabled={isPending}
              aria-busy={isPending}
            >
              {props.confirm}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
