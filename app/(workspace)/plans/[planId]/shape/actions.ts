'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { describePlan } from '@/server/use-cases/describe-plan';
import type { IndicatorsGo } from '@/server/use-cases/leave-indicators';
import { moveResult, removeResult, saveResult } from '@/server/use-cases/save-result';

export async function describePlanAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      describePlan(runtime, actor, {
        planId: textOf(form, 'planId'),
        seen: textOf(form, 'seen'),
        title: textOf(form, 'title'),
        titleThai: textOf(form, 'titleThai'),
        fromYear: Number(textOf(form, 'fromYear') || Number.NaN),
        toYear: Number(textOf(form, 'toYear') || Number.NaN),
        documentId: textOf(form, 'documentId'),
        predecessorId: textOf(form, 'predecessorId'),
      }),
    '/plans',
  );
}

/** Enters a result, or changes the one that the form names. */
export async function saveResultAction(_state: FormState, form: FormData): Promise<FormState> {
  const parentId = textOf(form, 'parentId');
  const level = textOf(form, 'level');
  const resultId = textOf(form, 'resultId');
  return answerForm(
    (runtime, actor) =>
      saveResult(runtime, actor, {
        planId: textOf(form, 'planId'),
        ...(resultId === '' ? {} : { resultId, seen: textOf(form, 'seen') }),
        level: level === 'output' || level === 'outcome' ? level : 'area',
        parentId: parentId === '' ? null : parentId,
        code: textOf(form, 'code'),
        title: textOf(form, 'title'),
        titleThai: textOf(form, 'titleThai'),
      }),
    '/plans',
  );
}

export async function moveResultAction(_state: FormState, form: FormData): Promise<FormState> {
  const beforeId = textOf(form, 'beforeId');
  return answerForm(
    (runtime, actor) =>
      moveResult(runtime, actor, {
        planId: textOf(form, 'planId'),
        resultId: textOf(form, 'resultId'),
        beforeId: beforeId === '' ? null : beforeId,
      }),
    '/plans',
  );
}

export async function removeResultAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      removeResult(runtime, actor, {
        planId: textOf(form, 'planId'),
        resultId: textOf(form, 'resultId'),
        seen: textOf(form, 'seen'),
        indicators: indicatorsGoOf(textOf(form, 'indicators')),
      }),
    '/plans',
  );
}

/** "retire", the id of what they measure instead, or "" where nobody said. */
function indicatorsGoOf(said: string): IndicatorsGo {
  if (said === '') return null;
  return said === 'retire' ? { to: 'retire' } : { to: 'measure', id: said };
}
