'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import { bundleIndex } from '@/app/_lib/bundle-index';
import { getLocale } from '@/app/_lib/viewer';
import type { FormState } from '@/components/ui/form-state';
import { accept } from '@/domain/refusal';
import { nameIn } from '@/messages/names';
import { getMeeting } from '@/server/queries/meetings';
import { startBundle } from '@/server/use-cases/start-bundle';

export async function startBundleAction(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  const meetingId = textOf(form, 'meetingId');
  return answerForm(async (runtime, actor) => {
    const meeting = await getMeeting(runtime, actor, meetingId);
    if (!meeting.ok) return meeting;
    const name = nameIn(locale, meeting.value.title, meeting.value.titleThai);
    const at = runtime.clock.now();
    return startBundle(runtime, actor, {
      meetingId,
      locale,
      index: (documents) => bundleIndex(name, at, locale, documents),
    });
  }, `/meetings/${meetingId}`);
}

export async function cancelBundleAction(_state: FormState, form: FormData): Promise<FormState> {
  const meetingId = textOf(form, 'meetingId');
  return answerForm(async (runtime, actor) => {
    runtime.bundles.cancel(actor.userId, meetingId);
    return accept(true);
  }, `/meetings/${meetingId}`);
}
