'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { readNotices } from '@/server/use-cases/read-notices';

export async function markReadAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm((runtime, actor) => readNotices(runtime, actor, [textOf(form, 'id')]), '/');
}

export async function markAllReadAction(): Promise<FormState> {
  return answerForm((runtime, actor) => readNotices(runtime, actor, null), '/');
}
