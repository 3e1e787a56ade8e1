'use server';

import { refusedForm } from '@/app/_lib/account-form';
import { textOf } from '@/app/_lib/actions';
import { getLocale } from '@/app/_lib/viewer';
import type { SetUpState } from '@/components/auth/set-up-form';
import { getRuntime } from '@/server/runtime';
import { redeemLink } from '@/server/use-cases/redeem-link';

/** Uses a one-time link. Whoever holds it needs no session: the link is the proof. */
export async function redeemLinkAction(form: FormData): Promise<SetUpState> {
  const locale = await getLocale();
  const outcome = await redeemLink(getRuntime(), {
    secret: textOf(form, 'secret'),
    password: textOf(form, 'password'),
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    locale,
  });
  if (!outcome.ok) return { ...refusedForm(outcome, locale), email: '' };
  return { status: 'done', message: '', field: null, email: outcome.value.email };
}
