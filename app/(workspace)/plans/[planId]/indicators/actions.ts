'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { retireIndicator } from '@/server/use-cases/indicators';
import {
  type SaveIndicatorInput,
  saveTypedIndicator,
  setTypedTargets,
} from '@/server/use-cases/typed-indicator';

export async function saveIndicatorAction(_state: FormState, form: FormData): Promise<FormState> {
  const text = (name: keyof SaveIndicatorInput) => textOf(form, name);
  return answerForm(
    (runtime, actor) =>
      saveTypedIndicator(runtime, actor, {
        planId: text('planId'),
        indicatorId: text('indicatorId'),
        rev: Number(textOf(form, 'rev')),
        measures: text('measures'),
        code: text('code'),
        title: text('title'),
        definition: text('definition'),
        unit: text('unit'),
        type: text('type'),
        scale: text('scale'),
        direction: text('direction'),
        cumulative: text('cumulative'),
        baseline: text('baseline'),
        baselineYear: text('baselineYear'),
        meansOfVerification: text('meansOfVerification'),
        source: text('source'),
        responsible: text('responsible'),
        frequency: text('frequency'),
        disaggregation: text('disaggregation'),
        aggregation: text('aggregation'),
      }),
    '/plans',
  );
}

export async function setTargetsAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setTypedTargets(runtime, actor, {
        indicatorId: textOf(form, 'indicatorId'),
        rev: Number(textOf(form, 'rev')),
        targets: textOf(form, 'targets'),
      }),
    '/plans',
  );
}

export async function retireIndicatorAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      retireIndicator(runtime, actor, {
        indicatorId: textOf(form, 'indicatorId'),
        rev: Number(textOf(form, 'rev')),
      }),
    '/plans',
  );
}
