'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import type { Actor } from '@/domain/policy/can';
import type { Outcome } from '@/domain/refusal';
import type { Runtime } from '@/server/runtime';
import { dropImport } from '@/server/use-cases/decide-import';
import { proposeFromFile } from '@/server/use-cases/propose-from-file';

/** Makes the drafts that the page listed, and leads to the delegation's drafts. */
export async function makeDraftsAction(_state: FormState, form: FormData): Promise<FormState> {
  const listed = textOf(form, 'listed');
  const { state, outcome } = await answered(form, (runtime, actor) =>
    proposeFromFile(runtime, actor, { ...keyOf(form), listed }),
  );
  if (outcome?.ok !== true) return state;
  const { made, skipped } = outcome.value;
  redirect(`${pathOf(form)}/proposals?made=${made}&skipped=${skipped.length}`);
}

/** Deletes the waiting file unused. */
export async function dropFileAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, outcome } = await answered(form, async (runtime, actor) =>
    dropImport(runtime, actor, keyOf(form), 'propose'),
  );
  if (outcome?.ok !== true) return state;
  redirect(`${pathOf(form)}/proposals/from-file?was=dropped`);
}

/** Where the file is gone, so is the form that would say so: the page says it instead. */
async function answered<T>(
  form: FormData,
  work: (runtime: Runtime, actor: Actor) => Promise<Outcome<T>>,
): Promise<{ state: FormState; outcome: Outcome<T> | null }> {
  const came: Outcome<T>[] = [];
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await work(runtime, actor);
    came.push(outcome);
    return outcome;
  }, pathOf(form));
  const [outcome = null] = came;
  if (outcome?.ok === false && outcome.rule === 'IM18')
    redirect(`${pathOf(form)}/proposals/from-file?was=gone`);
  return { state, outcome };
}

function keyOf(form: FormData): { documentId: string; id: string } {
  return { documentId: textOf(form, 'documentId'), id: textOf(form, 'id') };
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}
