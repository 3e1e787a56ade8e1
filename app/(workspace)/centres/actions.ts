'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf, textsOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import {
  removeProgramme,
  saveCentre,
  saveProgramme,
  setCentreTheme,
  writeCentreReport,
} from '@/server/use-cases/centres';

/** On success of a new one the person is taken to it. */
export async function saveCentreAction(_state: FormState, form: FormData): Promise<FormState> {
  const centreId = textOf(form, 'centreId');
  let entered = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await saveCentre(runtime, actor, {
      bodyId: textOf(form, 'bodyId'),
      ...(centreId === '' ? {} : { centreId }),
      country: textOf(form, 'country'),
      name: textOf(form, 'name'),
      nameThai: textOf(form, 'nameThai'),
      host: textOf(form, 'host'),
      focalPoint: textOf(form, 'focalPoint'),
      contact: textOf(form, 'contact'),
      since: textOf(form, 'since'),
    });
    if (outcome.ok && centreId === '') entered = outcome.value.centreId;
    return outcome;
  }, '/centres');
  if (entered !== '') redirect(`/centres/${entered}`);
  return state;
}

export async function setThemeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setCentreTheme(runtime, actor, {
        centreId: textOf(form, 'centreId'),
        theme: textOf(form, 'theme'),
        themeThai: textOf(form, 'themeThai'),
        from: textOf(form, 'from'),
      }),
    '/centres',
  );
}

export async function saveProgrammeAction(_state: FormState, form: FormData): Promise<FormState> {
  const programmeId = textOf(form, 'programmeId');
  const participants = textOf(form, 'participants').trim();
  return answerForm(
    (runtime, actor) =>
      saveProgramme(runtime, actor, {
        centreId: textOf(form, 'centreId'),
        ...(programmeId === '' ? {} : { programmeId, rev: Number(textOf(form, 'rev')) }),
        title: textOf(form, 'title'),
        startsOn: textOf(form, 'startsOn'),
        endsOn: textOf(form, 'endsOn'),
        place: textOf(form, 'place'),
        participants: participants === '' ? null : Number(participants),
        countries: textsOf(form, 'countries'),
        activityIds: textsOf(form, 'activityIds'),
        note: textOf(form, 'note'),
      }),
    '/centres',
  );
}

export async function removeProgrammeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      removeProgramme(runtime, actor, {
        programmeId: textOf(form, 'programmeId'),
        rev: Number(textOf(form, 'rev')),
      }),
    '/centres',
  );
}

export async function writeReportAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      writeCentreReport(runtime, actor, {
        centreId: textOf(form, 'centreId'),
        year: Number(textOf(form, 'year') || Number.NaN),
        words: textOf(form, 'words'),
        submit: textOf(form, 'submit') === 'yes',
        seenAt: textOf(form, 'seenAt'),
      }),
    '/centres',
  );
}
