'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { annulDecision } from '@/server/use-cases/annul-decision';
import { attachStatement, takeStatementBack } from '@/server/use-cases/attach-statement';
import { confirmCorrigendum } from '@/server/use-cases/confirm-corrigendum';
import { confirmTierDecision } from '@/server/use-cases/confirm-tier-decision';
import { findTierDecision } from '@/server/use-cases/find-tier-decision';
import { proposeCorrigendum } from '@/server/use-cases/propose-corrigendum';
import { objectToCorrigendum, withdrawCorrigendum } from '@/server/use-cases/settle-corrigendum';
import { takeFindingBack } from '@/server/use-cases/take-finding-back';

export async function findTierDecisionAction(_state: FormState, form: FormData): Promise<FormState> {
  // Meeting and item are one choice: an item belongs to its meeting.
  const [meetingId = '', agendaItemId = ''] = textOf(form, 'place').split(' ');
  const state = await answerForm(
    (runtime, actor) =>
      findTierDecision(runtime, actor, {
        shownFindingId: textOf(form, 'shownFindingId'),
        documentId: textOf(form, 'documentId'),
        hash: textOf(form, 'hash'),
        verb: textOf(form, 'verb'),
        wording: textOf(form, 'wording'),
        meetingId,
        agendaItemId,
      }),
    pathOf(form),
  );
  // Refused or not, the page shows what waits by now; what was typed stays in the form.
  if (state.status === 'refused') revalidatePath(pathOf(form), 'layout');
  return state;
}

export async function confirmTierDecisionAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm((runtime, actor) => confirmTierDecision(runtime, actor, found(form)), pathOf(form));
}

export async function confirmCorrigendumAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm((runtime, actor) => confirmCorrigendum(runtime, actor, found(form)), pathOf(form));
}

/** What waits for a second person is taken back. */
export async function takeFindingBackAction(_state: FormState, form: FormData): Promise<FormState> {
  const kind = textOf(form, 'kind') === 'corrigendum' ? 'corrigendum' : 'tierDecision';
  return answerForm(
    (runtime, actor) => takeFindingBack(runtime, actor, { ...found(form), kind }),
    pathOf(form),
  );
}

function found(form: FormData) {
  return { documentId: textOf(form, 'documentId'), findingId: textOf(form, 'findingId') };
}

/** On success the chair is taken to the draft in which the work goes on. */
export async function annulAction(_state: FormState, form: FormData): Promise<FormState> {
  let successor = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await annulDecision(runtime, actor, {
      documentId: textOf(form, 'documentId'),
      reason: textOf(form, 'reason'),
    });
    if (outcome.ok) successor = outcome.value.documentId;
    return outcome;
  }, pathOf(form));
  if (successor !== '') redirect(`/documents/${successor}`);
  return state;
}

export async function attachStatementAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      attachStatement(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        kind: textOf(form, 'kind'),
        language: textOf(form, 'language'),
        text: textOf(form, 'text'),
      }),
    pathOf(form),
  );
}

export async function withdrawStatementAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      takeStatementBack(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        statementId: textOf(form, 'statementId'),
      }),
    pathOf(form),
  );
}

export async function proposeCorrigendumAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      proposeCorrigendum(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        clauseId: textOf(form, 'clauseId'),
        words: textOf(form, 'words'),
        reason: textOf(form, 'reason'),
        days: Number(textOf(form, 'days')),
      }),
    pathOf(form),
  );
}

export async function objectToCorrigendumAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      objectToCorrigendum(runtime, actor, { ...settled(form), reason: textOf(form, 'reason') }),
    pathOf(form),
  );
}

export async function withdrawCorrigendumAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm((runtime, actor) => withdrawCorrigendum(runtime, actor, settled(form)), pathOf(form));
}

function settled(form: FormData) {
  return { documentId: textOf(form, 'documentId'), corrigendumId: textOf(form, 'corrigendumId') };
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}
