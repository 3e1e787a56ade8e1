'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf, textsOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { HOUSE_PHRASES } from '@/domain/meeting/verbs';
import { draftReport } from '@/server/use-cases/draft-report';
import { reportAction, saveAction } from '@/server/use-cases/meeting-actions';
import { takeMeetingDecision } from '@/server/use-cases/meeting-decisions';
import { removeSession, saveSession } from '@/server/use-cases/running-order';

export async function saveSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  const sessionId = textOf(form, 'sessionId');
  return answerForm(
    (runtime, actor) =>
      saveSession(runtime, actor, {
        meetingId: textOf(form, 'meetingId'),
        ...(sessionId === '' ? {} : { sessionId, seen: textOf(form, 'seen') }),
        day: textOf(form, 'day'),
        startsAt: textOf(form, 'startsAt').trim(),
        endsAt: textOf(form, 'endsAt').trim(),
        title: textOf(form, 'title'),
        titleThai: textOf(form, 'titleThai'),
        agendaItemId: textOf(form, 'agendaItemId'),
      }),
    pathOf(form),
  );
}

export async function removeSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      removeSession(runtime, actor, { sessionId: textOf(form, 'sessionId'), seen: textOf(form, 'seen') }),
    pathOf(form),
  );
}

export async function takeDecisionAction(_state: FormState, form: FormData): Promise<FormState> {
  const wordingThai = textOf(form, 'wordingThai').trim();
  // The words of the house alone say nothing yet.
  const isBegunOnly = Object.values(HOUSE_PHRASES).some(({ th }) => th === wordingThai);
  return answerForm(
    (runtime, actor) =>
      takeMeetingDecision(runtime, actor, {
        meetingId: textOf(form, 'meetingId'),
        agendaItemId: textOf(form, 'agendaItemId'),
        verb: textOf(form, 'verb'),
        wording: textOf(form, 'wording'),
        wordingThai: isBegunOnly ? '' : wordingThai,
        documentId: textOf(form, 'documentId'),
        reportsId: textOf(form, 'reportsId'),
        putsRightId: textOf(form, 'putsRightId'),
      }),
    pathOf(form),
  );
}

export async function saveActionAction(_state: FormState, form: FormData): Promise<FormState> {
  const actionId = textOf(form, 'actionId');
  return answerForm(
    (runtime, actor) =>
      saveAction(runtime, actor, {
        meetingId: textOf(form, 'meetingId'),
        ...(actionId === '' ? {} : { actionId, rev: Number(textOf(form, 'rev')) }),
        wording: textOf(form, 'wording'),
        wordingThai: textOf(form, 'wordingThai'),
        who: textsOf(form, 'who'),
        dueOn: textOf(form, 'dueOn'),
        decisionId: textOf(form, 'decisionId'),
      }),
    pathOf(form),
  );
}

export async function reportActionAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      reportAction(runtime, actor, {
        actionId: textOf(form, 'actionId'),
        rev: Number(textOf(form, 'rev')),
        state: textOf(form, 'state'),
        words: textOf(form, 'words'),
      }),
    '/',
  );
}

/** On success the person is taken to the document that the report is. */
export async function draftReportAction(_state: FormState, form: FormData): Promise<FormState> {
  let documentId = '';
  const state = await answerForm(async (runtime, actor) => {
    const drafted = await draftReport(runtime, actor, {
      meetingId: textOf(form, 'meetingId'),
      language: textOf(form, 'language'),
    });
    if (drafted.ok) documentId = drafted.value.documentId;
    return drafted;
  }, pathOf(form));
  if (documentId !== '') redirect(`/documents/${documentId}`);
  return state;
}

function pathOf(form: FormData): string {
  return `/meetings/${textOf(form, 'meetingId')}`;
}
