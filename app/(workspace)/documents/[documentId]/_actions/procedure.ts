'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { isStateStep } from '@/domain/procedure/transitions';
import { refuse } from '@/domain/refusal';
import { adoptDocument } from '@/server/use-cases/adopt-document';
import { describeDocument } from '@/server/use-cases/describe-document';
import { findAdoption } from '@/server/use-cases/find-adoption';
import { moveState } from '@/server/use-cases/move-state';
import { setPens } from '@/server/use-cases/set-pens';
import { startSuccessor } from '@/server/use-cases/start-successor';
import { describedFields } from './fields';

export async function moveStateAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const step = textOf(form, 'step');
    if (!isStateStep(step)) return refuse('BO10', { field: '' });
    return moveState(runtime, actor, {
      documentId: textOf(form, 'documentId'),
      step,
      reason: textOf(form, 'reason'),
      stateSeq: numberOf(form, 'stateSeq'),
    });
  }, pathOf(form));
}

export async function describeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const fields = describedFields(form);
    if (!fields.ok) return fields;
    return describeDocument(runtime, actor, { documentId: textOf(form, 'documentId'), ...fields.value });
  }, pathOf(form));
}

export async function setPensAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setPens(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        down: textOf(form, 'pens') === 'down',
      }),
    pathOf(form),
  );
}

/** The chair finds that the room adopts the text; it waits for the secretariat's confirmation. */
export async function findAdoptionAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      findAdoption(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        position: numberOf(form, 'position'),
        hash: textOf(form, 'hash'),
        verb: textOf(form, 'verb'),
        wording: textOf(form, 'wording'),
        meetingId: textOf(form, 'meetingId'),
        agendaItemId: textOf(form, 'agendaItemId'),
        stateSeq: numberOf(form, 'stateSeq'),
      }),
    pathOf(form),
  );
}

/** On success the person of the secretariat is taken to the record. */
export async function confirmAdoptionAction(_state: FormState, form: FormData): Promise<FormState> {
  const documentId = textOf(form, 'documentId');
  const state = await answerForm(
    (runtime, actor) => adoptDocument(runtime, actor, { documentId, findingId: textOf(form, 'findingId') }),
    pathOf(form),
  );
  if (state.status === 'done') redirect(`/documents/${encodeURIComponent(documentId)}/record`);
  return state;
}

/** On success the person is taken to the new document. */
export async function startSuccessorAction(_state: FormState, form: FormData): Promise<FormState> {
  let started = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await startSuccessor(runtime, actor, {
      documentId: textOf(form, 'documentId'),
      title: textOf(form, 'title'),
      symbol: textOf(form, 'symbol'),
    });
    if (outcome.ok) started = outcome.value.documentId;
    return outcome;
  }, pathOf(form));
  if (started !== '') redirect(`/documents/${started}`);
  return state;
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}

/** A whole number of a hidden field; anything else is a number no document has. */
function numberOf(form: FormData, name: string): number {
  const number = Number(textOf(form, name) || Number.NaN);
  return Number.isSafeInteger(number) ? number : -1;
}
