'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { dropImport } from '@/server/use-cases/decide-import';
import { type MadeFromFile, proposeFromFile } from '@/server/use-cases/propose-from-file';

/** Makes the drafts that the page listed, and leads to the delegation's drafts. */
export async function makeDraftsAction(_state: FormState, form: FormData): Promise<FormState> {
  let done: MadeFromFile | null = null;
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await proposeFromFile(runtime, actor, keyOf(form));
    if (outcome.ok) done = outcome.value;
    return outcome;
  }, pathOf(form));
  if (done === null) return state;
  const { made, skipped } = done as MadeFromFile;
  redirect(`${pathOf(form)}/proposals?made=${made}&skipped=${skipped.length}`);
}

/** Deletes the waiting file unused. */
export async function dropFileAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    async (runtime, actor) => dropImport(runtime, actor, keyOf(form), 'propose'),
    pathOf(form),
  );
}

function keyOf(form: FormData): { documentId: string; id: string } {
  return { documentId: textOf(form, 'documentId'), id: textOf(form, 'id') };
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}
