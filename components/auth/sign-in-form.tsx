'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { type SignInResult, signInByPassword } from './auth-client';
import { PasswordInput, type PasswordWords } from './password-input';

export interface SignInWords extends PasswordWords {
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly submitting: string;
  readonly emailMissing: string;
  readonly passwordMissing: string;
  readonly unreachable: string;
  readonly failed: string;
  /** `waits[14]`: what to say when fourteen minutes are to be waited. */
  readonly waits: readonly string[];
}

interface Problems {
  readonly email?: string;
  readonly password?: string;
  readonly form?: string;
}

/** E-mail and password. What was typed stays, but for the password; a problem is said where it is. */
export function SignInForm(props: { words: SignInWords; next: string }) {
  const { words } = props;
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    if (email === '' || password === '') {
      setProblems({
        ...(email === '' ? { email: words.emailMissing } : {}),
        ...(password === '' ? { password: words.passwordMissing } : {}),
      });
      focus(email === '' ? 'email' : 'password');
      return;
    }
    setBusy(true);
    setProblems({});
    const result = await signInByPassword(email, password);
    if (result.ok) {
      window.location.assign(props.next);
      return;
    }
    setBusy(false);
    setProblems({ form: wordsFor(result, words) });
    clearPassword();
    focus('password');
  }

  function fieldOf(name: string): HTMLInputElement | null {
    const field = form.current?.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field : null;
  }
  function focus(name: string) {
    fieldOf(name)?.focus();
  }
  function clearPassword() {
    const field = fieldOf('password');
    if (field !== null) field.value = '';
  }

  const isWrong = problems.form !== undefined;
  return (
    <form
      ref={form}
      // Only for a browser without script: a form that is sent by GET would show the password in the address.
      method="post"
      action="/api/auth/callback/password"
      onSubmit={submit}
      noValidate
      className="grid gap-4"
    >
      {problems.form === undefined ? null : (
        <p
          id="sign-in-problem"
          role="alert"
          className="rounded-md bg-delete-soft px-3 py-2 text-sm text-delete"
        >
          {problems.form}
        </p>
      )}
      <Field id="sign-in-email" label={words.email} error={problems.email}>
        <TextInput
          id="sign-in-email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          aria-invalid={isWrong || problems.email !== undefined}
          aria-describedby={describedBy(isWrong, problems.email, 'sign-in-email')}
          className="min-h-11"
        />
      </Field>
      <Field id="sign-in-password" label={words.password} error={problems.password}>
        <PasswordInput
          words={words}
          id="sign-in-password"
          name="password"
          autoComplete="current-password"
          className="min-h-11"
          maxLength={200}
          required
          aria-invalid={isWrong || problems.password !== undefined}
          aria-describedby={describedBy(isWrong, problems.password, 'sign-in-password')}
        />
      </Field>
      <Button type="submit" tone="primary" disabled={isBusy} aria-busy={isBusy} className="min-h-11">
        {isBusy ? words.submitting : words.submit}
      </Button>
    </form>
  );
}

function describedBy(isWrong: boolean, problem: string | undefined, id: string): string | undefined {
  if (problem !== undefined) return `${id}-error`;
  return isWrong ? 'sign-in-problem' : undefined;
}

function wordsFor(result: Exclude<SignInResult, { ok: true }>, words: SignInWords): string {
  if (result.rule === 'AC2') return words.waits[result.minutes] ?? words.failed;
  return result.rule === 'AC1' ? words.failed : words.unreachable;
}
