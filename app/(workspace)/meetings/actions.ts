'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf, textsOf } from '@/app/_lib/actions';
import { type FormState, IDLE } from '@/components/ui/form-state';
import { MEETING_STATES, MEETING_TIERS } from '@/domain/procedure/states';
import { type Outcome, refuse } from '@/domain/refusal';
import { addAgendaItem } from '@/server/use-cases/add-agenda-item';
import { createMeeting } from '@/server/use-cases/create-meeting';
import { describeDocument } from '@/server/use-cases/describe-document';
import { editAgendaItem } from '@/server/use-cases/edit-agenda-item';
import { editMeeting } from '@/server/use-cases/edit-meeting';
import { moveAgendaItem } from '@/server/use-cases/move-agenda-item';
import { moveMeeting } from '@/server/use-cases/move-meeting';
import { removeAgendaItem } from '@/server/use-cases/remove-agenda-item';
import { setAttendance } from '@/server/use-cases/set-attendance';
import { setDeviceCopies } from '@/server/use-cases/set-device-copies';

export async function createMeetingAction(_state: FormState, form: FormData): Promise<FormState> {
  let created: Outcome<{ meetingId: string }> | null = null;
  const state = await answerForm(async (runtime, actor) => {
    const tier = oneOf(MEETING_TIERS, textOf(form, 'tier'));
    if (tier === null) return refuse('BO10', { field: 'tier' });
    created = await createMeeting(runtime, actor, {
      bodyId: textOf(form, 'bodyId'),
      tier,
      ...meetingFields(form),
    });
    return created;
  }, '/meetings');
  const outcome = created as Outcome<{ meetingId: string }> | null;
  if (outcome?.ok === true) redirect(`/meetings/${outcome.value.meetingId}`);
  return state;
}

export async function editMeetingAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const tier = oneOf(MEETING_TIERS, textOf(form, 'tier'));
    if (tier === null) return refuse('BO10', { field: 'tier' });
    return editMeeting(runtime, actor, {
      meetingId: textOf(form, 'meetingId'),
      tier,
      ...meetingFields(form),
    });
  }, pathOf(form));
}

export async function moveMeetingAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const to = oneOf(MEETING_STATES, textOf(form, 'to'));
    if (to === null) return refuse('BO10', { field: 'to' });
    return moveMeeting(runtime, actor, { meetingId: textOf(form, 'meetingId'), to });
  }, pathOf(form));
}

export async function setAttendanceAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setAttendance(runtime, actor, {
        meetingId: textOf(form, 'meetingId'),
        delegations: textsOf(form, 'delegations'),
        seen: textOf(form, 'seen').split(' ').filter(Boolean),
      }),
    pathOf(form),
  );
}

export async function setDeviceCopiesAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setDeviceCopies(runtime, actor, {
        meetingId: textOf(form, 'meetingId'),
        allowed: textOf(form, 'allowed') === 'yes',
      }),
    pathOf(form),
  );
}

export async function addAgendaItemAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      addAgendaItem(runtime, actor, { meetingId: textOf(form, 'meetingId'), ...agendaFields(form) }),
    pathOf(form),
  );
}

export async function editAgendaItemAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      editAgendaItem(runtime, actor, { agendaItemId: textOf(form, 'agendaItemId'), ...agendaFields(form) }),
    pathOf(form),
  );
}

export async function moveAgendaItemAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      moveAgendaItem(runtime, actor, {
        agendaItemId: textOf(form, 'agendaItemId'),
        direction: textOf(form, 'direction') === 'up' ? 'up' : 'down',
      }),
    pathOf(form),
  );
}

export async function removeAgendaItemAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => removeAgendaItem(runtime, actor, { agendaItemId: textOf(form, 'agendaItemId') }),
    pathOf(form),
  );
}

export async function placeDocumentAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await answerForm(
    (runtime, actor) =>
      describeDocument(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        meetingId: textOf(form, 'meetingId'),
        agendaItemId: textOf(form, 'agendaItemId') || null,
      }),
    pathOf(form),
  );
  return state.status === 'done' ? { ...IDLE, status: 'done' } : state;
}

function meetingFields(form: FormData) {
  return {
    series: textOf(form, 'series'),
    title: textOf(form, 'title'),
    titleThai: textOf(form, 'titleThai'),
    place: textOf(form, 'place'),
    hostCountry: textOf(form, 'hostCountry'),
    startsOn: textOf(form, 'startsOn'),
    endsOn: textOf(form, 'endsOn'),
  };
}

function agendaFields(form: FormData) {
  return {
    number: textOf(form, 'number'),
    title: textOf(form, 'title'),
    titleThai: textOf(form, 'titleThai'),
    leadCountry: textOf(form, 'leadCountry') || null,
  };
}

function pathOf(form: FormData): string {
  return `/meetings/${textOf(form, 'meetingId')}`;
}

function oneOf<T extends string>(values: readonly T[], value: string): T | null {
  return values.find((entry) => entry === value) ?? null;
}
