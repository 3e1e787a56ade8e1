'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { createDocument } from '@/server/use-cases/create-document';
import { describedFields } from '../[documentId]/_actions/fields';

/** On success the person is taken to the new document. */
export async function createDocumentAction(_state: FormState, form: FormData): Promise<FormState> {
  let created = '';
  const state = await answerForm(async (runtime, actor) => {
    const fields = describedFields(form);
    if (!fields.ok) return fields;
    const outcome = await createDocument(runtime, actor, {
      bodyId: textOf(form, 'bodyId'),
      symbol: textOf(form, 'symbol'),
      ...fields.value,
    });
    if (outcome.ok) created = outcome.value.documentId;
    return outcome;
  }, '/');
  if (created !== '') redirect(`/documents/${created}`);
  return state;
}
