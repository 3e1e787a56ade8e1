'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { linkSource, unlinkSource } from '@/server/use-cases/link-source';

export async function linkSourceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      linkSource(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        clauseId: textOf(form, 'clauseId'),
        clusterId: textOf(form, 'clusterId'),
        relation: textOf(form, 'relation'),
        reason: textOf(form, 'reason'),
      }),
    '/documents',
  );
}

export async function unlinkSourceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => unlinkSource(runtime, actor, { sourceId: textOf(form, 'sourceId') }),
    '/documents',
  );
}
