'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { FIELDS, type FieldContext } from '@/domain/plan/fields';
import { ACTIVITY_STATUSES } from '@/domain/plan/statuses';
import { tieActivity } from '@/server/use-cases/activity-acts';
import { reportActivity } from '@/server/use-cases/change-cells';
import { createPlan } from '@/server/use-cases/create-plan';
import { keepSnapshot, movePlan } from '@/server/use-cases/move-plan';

/** A form names statuses by their keys, and nothing else that needs a name. */
const NO_NAMES: FieldContext = {
  results: [],
  countries: [],
  statuses: ACTIVITY_STATUSES.map((status) => ({ status, names: [] })),
  predecessors: [],
};

/** On success the person is taken to the new plan. */
export async function createPlanAction(_state: FormState, form: FormData): Promise<FormState> {
  let begun = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await createPlan(runtime, actor, {
      bodyId: textOf(form, 'bodyId'),
      title: textOf(form, 'title'),
      titleThai: textOf(form, 'titleThai'),
      fromYear: Number(textOf(form, 'fromYear') || Number.NaN),
      toYear: Number(textOf(form, 'toYear') || Number.NaN),
      predecessorId: textOf(form, 'predecessorId'),
    });
    if (outcome.ok) begun = outcome.value.planId;
    return outcome;
  }, '/plans');
  if (begun !== '') redirect(`/plans/${begun}`);
  return state;
}

export async function keepMatrixAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      keepSnapshot(runtime, actor, { planId: textOf(form, 'planId'), name: textOf(form, 'name') }),
    '/plans',
  );
}

export async function movePlanAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      movePlan(runtime, actor, {
        planId: textOf(form, 'planId'),
        to: textOf(form, 'to') === 'closed' ? 'closed' : 'inForce',
        name: textOf(form, 'name'),
      }),
    '/plans',
  );
}

/** `clause` is "<versionId> <clauseId>", or empty for none. */
export async function tieActivityAction(_state: FormState, form: FormData): Promise<FormState> {
  const [versionId = '', clauseId = ''] = textOf(form, 'clause').split(' ');
  return answerForm(
    (runtime, actor) =>
      tieActivity(runtime, actor, {
        activityId: textOf(form, 'activityId'),
        rev: Number(textOf(form, 'rev')),
        versionId: versionId === '' ? null : versionId,
        clauseId: clauseId === '' ? null : clauseId,
      }),
    '/plans',
  );
}

export async function reportActivityAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const [revisedFrom, revisedTo] = [
      FIELDS.revisedFrom.read(textOf(form, 'revisedFrom'), NO_NAMES),
      FIELDS.revisedTo.read(textOf(form, 'revisedTo'), NO_NAMES),
    ];
    if (!revisedFrom.ok) return revisedFrom;
    if (!revisedTo.ok) return revisedTo;
    const status = FIELDS.status.read(textOf(form, 'status'), NO_NAMES);
    if (!status.ok) return status;
    return reportActivity(runtime, actor, {
      planId: textOf(form, 'planId'),
      activityId: textOf(form, 'activityId'),
      rev: Number(textOf(form, 'rev')),
      cells: {
        status: status.value,
        statusReason: textOf(form, 'statusReason'),
        revisedFrom: revisedFrom.value,
        revisedTo: revisedTo.value,
      },
    });
  }, '/plans');
}
