'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { DISPOSITION_KINDS, type DispositionKind } from '@/domain/negotiation/types';
import { refuse } from '@/domain/refusal';
import { answerDisposition } from '@/server/use-cases/answer-disposition';
import { carryOutSuggestion } from '@/server/use-cases/carry-out-suggestion';
import { disposeProposals } from '@/server/use-cases/dispose-proposals';
import { suggestDisposition } from '@/server/use-cases/suggest-disposition';

/** The chair deals with proposals, or suggests how. */
export async function disposeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const kind = textOf(form, 'kind');
    if (!isDispositionKind(kind)) return refuse('BO10', { field: '' });
    const lines = linesOf(form);
    const clauseHash = textOf(form, 'clauseHash');
    const input = {
      documentId: textOf(form, 'documentId'),
      proposalIds: textOf(form, 'proposalIds').split(' ').filter(Boolean),
      kind,
      reason: textOf(form, 'reason'),
      ...(lines.length === 0 ? {} : { lines }),
      ...(clauseHash === '' ? {} : { clauseHash }),
    };
    return textOf(form, 'when') === 'first'
      ? suggestDisposition(runtime, actor, input)
      : disposeProposals(runtime, actor, input);
  }, pathOf(form));
}

export async function answerAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const answer = textOf(form, 'answer');
    if (answer !== 'agree' && answer !== 'cannotAgree') return refuse('BO10', { field: 'answer' });
    return answerDisposition(runtime, actor, {
      documentId: textOf(form, 'documentId'),
      actId: textOf(form, 'actId'),
      answer,
      note: textOf(form, 'note'),
    });
  }, pathOf(form));
}

export async function carryOutAction(_state: FormState, form: FormData): Promise<FormState> {
  const clauseHash = textOf(form, 'clauseHash');
  return answerForm(
    (runtime, actor) =>
      carryOutSuggestion(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        actId: textOf(form, 'actId'),
        ...(clauseHash === '' ? {} : { clauseHash }),
      }),
    pathOf(form),
  );
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}

/** "line-0", "line-1" … as far as they go. */
function linesOf(form: FormData): string[] {
  const lines: string[] = [];
  for (let value = form.get('line-0'); typeof value === 'string'; value = form.get(`line-${lines.length}`))
    lines.push(value);
  return lines;
}

function isDispositionKind(value: string): value is DispositionKind {
  return (DISPOSITION_KINDS as readonly string[]).includes(value);
}
