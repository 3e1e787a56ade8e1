'use server';

import { revalidatePath } from 'next/cache';
import { refusedForm } from '@/app/_lib/account-form';
import { textOf } from '@/app/_lib/actions';
import { requireViewer, type Viewer } from '@/app/_lib/viewer';
import type { RevealState } from '@/components/auth/revealing-form';
import type { FormState } from '@/components/ui/form-state';
import { ROLES } from '@/domain/body/grants';
import type { Actor } from '@/domain/policy/can';
import { type Outcome, refuse } from '@/domain/refusal';
import { isLocale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { getRuntime, type Runtime } from '@/server/runtime';
import { appointPerson } from '@/server/use-cases/appoint-person';
import type { AppointmentInput } from '@/server/use-cases/appointment-input';
import { createUser } from '@/server/use-cases/create-user';
import { endAppointment } from '@/server/use-cases/end-appointment';
import { reinstateUser } from '@/server/use-cases/reinstate-user';
import { resetUser } from '@/server/use-cases/reset-user';
import { suspendUser } from '@/server/use-cases/suspend-user';

const PAGES = '/people';

export async function inviteAction(_state: FormState, form: FormData): Promise<RevealState> {
  const viewer = await requireViewer();
  const runtime = getRuntime();
  const locale = textOf(form, 'locale');
  const appointment = appointmentOf(form);
  const outcome = await createUser(runtime, viewer.actor, {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    locale: isLocale(locale) ? locale : 'en',
    appointments: appointment === null ? [] : [appointment],
  });
  return revealed(viewer, outcome);
}

export async function makeLinkAction(_state: FormState, form: FormData): Promise<RevealState> {
  const viewer = await requireViewer();
  return revealed(viewer, await resetUser(getRuntime(), viewer.actor, { userId: textOf(form, 'userId') }));
}

export async function appointAction(_state: FormState, form: FormData): Promise<FormState> {
  const appointment = appointmentOf(form);
  return answered(async (runtime, actor) =>
    appointment === null
      ? refuse('AC25')
      : appointPerson(runtime, actor, { userId: textOf(form, 'userId'), ...appointment }),
  );
}

export async function endAppointmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const appointmentId = textOf(form, 'appointmentId');
  return answered((runtime, actor) => endAppointment(runtime, actor, { appointmentId }));
}

export async function suspendAction(_state: FormState, form: FormData): Promise<FormState> {
  const userId = textOf(form, 'userId');
  return answered((runtime, actor) => suspendUser(runtime, actor, { userId }));
}

export async function reinstateAction(_state: FormState, form: FormData): Promise<FormState> {
  const userId = textOf(form, 'userId');
  return answered((runtime, actor) => reinstateUser(runtime, actor, { userId }));
}

async function answered(
  work: (runtime: Runtime, actor: Actor) => Promise<Outcome<unknown>>,
): Promise<FormState> {
  const viewer = await requireViewer();
  const outcome = await work(getRuntime(), viewer.actor);
  if (!outcome.ok) return refusedForm(outcome, viewer.locale);
  revalidatePath(PAGES, 'layout');
  return { status: 'done', message: translator(viewer.locale, 'errors')('form.saved'), field: null };
}

/** A link made for somebody, as the whole address that they can open. */
function revealed(viewer: Viewer, outcome: Outcome<{ readonly linkPath: string | null }>): RevealState {
  if (!outcome.ok) return { ...refusedForm(outcome, viewer.locale), reveal: null };
  revalidatePath(PAGES, 'layout');
  const { linkPath } = outcome.value;
  const reveal = linkPath === null ? null : `${getRuntime().config.publicUrl}${linkPath}`;
  return { status: 'done', message: '', field: null, reveal };
}

function appointmentOf(form: FormData): AppointmentInput | null {
  const role = ROLES.find((entry) => entry === textOf(form, 'role'));
  if (role === undefined) return null;
  return {
    role,
    bodyId: textOf(form, 'bodyId') || null,
    country: textOf(form, 'country') || null,
    from: textOf(form, 'from'),
    to: textOf(form, 'to'),
  };
}
