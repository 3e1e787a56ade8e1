'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { announceSilence } from '@/server/use-cases/announce-silence';
import { breakSilence } from '@/server/use-cases/break-silence';
import { receiveSilence } from '@/server/use-cases/receive-silence';
import { startSilence } from '@/server/use-cases/start-silence';
import { cancelSilence, extendSilence } from '@/server/use-cases/steer-silence';

export async function startSilenceAction(_state: FormState, form: FormData): Promise<FormState> {
  const [meetingId = '', agendaItemId = ''] = textOf(form, 'place').split(' ');
  const stateSeq = Number(textOf(form, 'stateSeq') || Number.NaN);
  return answerForm(
    (runtime, actor) =>
      startSilence(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        ...endOf(form),
        verb: textOf(form, 'verb'),
        wording: textOf(form, 'wording'),
        meetingId,
        agendaItemId,
        hash: textOf(form, 'hash'),
        stateSeq: Number.isSafeInteger(stateSeq) ? stateSeq : -1,
      }),
    pathOf(form),
  );
}

export async function extendSilenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => extendSilence(runtime, actor, { runId: textOf(form, 'runId'), ...endOf(form) }),
    pathOf(form),
  );
}

export async function cancelSilenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      cancelSilence(runtime, actor, { runId: textOf(form, 'runId'), reason: textOf(form, 'reason') }),
    pathOf(form),
  );
}

export async function breakSilenceAction(_state: FormState, form: FormData): Promise<FormState> {
  const isAmendment = textOf(form, 'kind') === 'amendment';
  const amendment = {
    change: textOf(form, 'change') === 'insert' ? 'insert' : 'replace',
    clauseId: textOf(form, 'clauseId'),
    words: textOf(form, 'words'),
  } as const;
  return answerForm(
    (runtime, actor) =>
      breakSilence(runtime, actor, {
        runId: textOf(form, 'runId'),
        kind: isAmendment ? 'amendment' : 'objection',
        ...(isAmendment ? { amendment } : {}),
        text: textOf(form, 'text'),
        receipt: textOf(form, 'receipt'),
      }),
    pathOf(form),
  );
}

export async function receiveSilenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => receiveSilence(runtime, actor, { runId: textOf(form, 'runId') }),
    pathOf(form),
  );
}

export async function announceSilenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      announceSilence(runtime, actor, {
        runId: textOf(form, 'runId'),
        meetingId: textOf(form, 'meetingId'),
      }),
    pathOf(form),
  );
}

function endOf(form: FormData) {
  return {
    endsAt: textOf(form, 'endsAt'),
    zone: textOf(form, 'zone'),
    holidayConfirmed: textOf(form, 'holidayConfirmed') === 'yes',
  };
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}
