'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { type FormState, IDLE } from '@/components/ui/form-state';
import { signInByPassword } from './auth-client';
import { PasswordInput, type PasswordWords } from './password-input';

export interface SetUpWords extends PasswordWords {
  readonly name: string;
  readonly nameHint: string;
  readonly email: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly submit: string;
  readonly required: string;
}

/** The answer to a used link also says whose it was, so that they can be signed in. */
export interface SetUpState extends FormState {
  readonly email: string;
}

/** Name and address are asked of the first administrator only; everybody chooses a password and is let in. */
export function SetUpForm(props: {
  action: (form: FormData) => Promise<SetUpState>;
  words: SetUpWords;
  secret: string;
  email: string | null;
}) {
  const { words } = props;
  const [state, setState] = useState<FormState>(IDLE);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const empty = ['name', 'email', 'password'].find((name) => data.get(name)?.toString().trim() === '');
    if (empty !== undefined) {
      refuse({ status: 'refused', message: words.required, field: empty });
      return;
    }
    setBusy(true);
    const answer = await props.action(data);
    if (answer.status !== 'done') {
      setBusy(false);
      refuse(answer);
      return;
    }
    const entered = await signInByPassword(answer.email, String(data.get('password') ?? ''));
    window.location.assign(entered.ok ? '/' : '/sign-in');
  }

  function refuse(problem: FormState) {
    setState(problem);
    const field = problem.field === null ? null : form.current?.elements.namedItem(problem.field);
    if (field instanceof HTMLElement) field.focus();
  }

  const errorOf = (name: string) =>
    state.status === 'refused' && state.field === name ? state.message : undefined;
  const wiring = (name: string, hasHint: boolean) => ({
    id: `${id}-${name}`,
    name,
    required: true,
    'aria-invalid': errorOf(name) !== undefined,
    'aria-describedby':
      [hasHint ? `${id}-${name}-hint` : '', errorOf(name) === undefined ? '' : `${id}-${name}-error`]
        .filter((part) => part !== '')
        .join(' ') || undefined,
  });

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="grid gap-4">
      <input type="hidden" name="secret" value={props.secret} />
      {props.email === null ? (
        <>
          <Field id={`${id}-name`} label={words.name} hint={words.nameHint} error={errorOf('name')}>
            <TextInput {...wiring('name', true)} autoComplete="name" maxLength={120} />
          </Field>
          <Field id={`${id}-email`} label={words.email} error={errorOf('email')}>
            <TextInput
              {...wiring('email', false)}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
            />
          </Field>
        </>
      ) : (
        // Tells a password manager whose password this is.
        <input type="email" autoComplete="username" value={props.email} readOnly hidden />
      )}
      <Field
        id={`${id}-password`}
        label={words.password}
        hint={words.passwordHint}
        error={errorOf('password')}
      >
        <PasswordInput
          {...wiring('password', true)}
          words={words}
          autoComplete="new-password"
          maxLength={200}
        />
      </Field>
      {state.status === 'refused' && state.field === null ? (
        <p role="alert" className="rounded-md bg-delete-soft px-3 py-2 text-sm text-delete">
          {state.message}
        </p>
      ) : null}
      <Button type="submit" tone="primary" disabled={isBusy} aria-busy={isBusy} className="min-h-11">
        {words.submit}
      </Button>
    </form>
  );
}
