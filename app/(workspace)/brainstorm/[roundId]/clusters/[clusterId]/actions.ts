'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { clauseHref } from '@/components/wrote/clause-href';
import type { Outcome } from '@/domain/refusal';
import { linkSource } from '@/server/use-cases/link-source';
import { openClause } from '@/server/use-cases/open-clause';

/** On success the person is taken to the new clause, which shows where it comes from. */
export async function openClauseAction(_state: FormState, form: FormData): Promise<FormState> {
  const documentId = textOf(form, 'documentId');
  let opened = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await openClause(runtime, actor, {
      ...takenFrom(form),
      documentId,
      after: textOf(form, 'after') || null,
      kind: textOf(form, 'kind'),
      words: textOf(form, 'words'),
    });
    if (outcome.ok) opened = outcome.value.clauseId;
    return outcome;
  }, '/');
  if (opened !== '') redirect(clauseHref(documentId, opened));
  return state;
}

export async function linkClauseAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor): Promise<Outcome<unknown>> =>
      linkSource(runtime, actor, {
        ...takenFrom(form),
        documentId: textOf(form, 'documentId'),
        clauseId: textOf(form, 'clauseId'),
      }),
    '/',
  );
}

function takenFrom(form: FormData) {
  return {
    clusterId: textOf(form, 'clusterId'),
    relation: textOf(form, 'relation'),
    reason: textOf(form, 'reason'),
  };
}
