'use server';

import { revalidatePath } from 'next/cache';
import { refusedForm } from '@/app/_lib/account-form';
import { answerForm, textOf } from '@/app/_lib/actions';
import { readAuthRequest } from '@/app/_lib/auth-request';
import { requireViewer } from '@/app/_lib/viewer';
import type { RevealState } from '@/components/auth/revealing-form';
import type { FormState } from '@/components/ui/form-state';
import { translator } from '@/messages/translate';
import { getRuntime } from '@/server/runtime';
import { changeOwnPassword } from '@/server/use-cases/change-own-password';
import { chooseMail } from '@/server/use-cases/choose-mail';
import { createToken } from '@/server/use-cases/create-token';
import { endOtherSessions } from '@/server/use-cases/end-other-sessions';
import { revokeSession } from '@/server/use-cases/revoke-session';
import { revokeToken } from '@/server/use-cases/revoke-token';

const PAGE = '/settings';

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const outcome = await changeOwnPassword(getRuntime(), viewer.actor, {
    current: textOf(form, 'current'),
    next: textOf(form, 'password'),
    address: (await readAuthRequest()).address,
  });
  if (!outcome.ok) return refusedForm(outcome, viewer.locale);
  revalidatePath(PAGE);
  return {
    status: 'done',
    message: translator(viewer.locale, 'settings')('password.changed'),
    field: null,
  };
}

export async function endSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => revokeSession(runtime, actor, { sessionId: textOf(form, 'sessionId') }),
    PAGE,
  );
}

export async function endOtherSessionsAction(): Promise<FormState> {
  return answerForm(endOtherSessions, PAGE);
}

export async function createTokenAction(_state: FormState, form: FormData): Promise<RevealState> {
  const viewer = await requireViewer();
  const outcome = await createToken(getRuntime(), viewer.actor, {
    userId: viewer.actor.userId,
    name: textOf(form, 'name'),
    expiresAt: textOf(form, 'expiresAt'),
  });
  if (!outcome.ok) return { ...refusedForm(outcome, viewer.locale), reveal: null };
  revalidatePath(PAGE);
  return { status: 'done', message: '', field: null, reveal: outcome.value.token };
}

export async function revokeTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => revokeToken(runtime, actor, { tokenId: textOf(form, 'tokenId') }),
    PAGE,
  );
}

const CHOICE = 'mail.';

export async function chooseMailAction(_state: FormState, form: FormData): Promise<FormState> {
  const names = [...form.keys()].filter((name) => name.startsWith(CHOICE));
  const choices = Object.fromEntries(names.map((name) => [name.slice(CHOICE.length), textOf(form, name)]));
  return answerForm((runtime, actor) => chooseMail(runtime, actor, choices), PAGE);
}
