'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { type Outcome, refuse } from '@/domain/refusal';
import { addChairTerm } from '@/server/use-cases/add-chair-term';
import { addMembership } from '@/server/use-cases/add-membership';
import { createBody } from '@/server/use-cases/create-body';
import { editBody } from '@/server/use-cases/edit-body';
import { endChairTerm } from '@/server/use-cases/end-chair-term';
import { endMembership } from '@/server/use-cases/end-membership';
import { setSilenceRules } from '@/server/use-cases/set-silence-rules';

const STANDINGS = ['member', 'observer', 'partner'] as const;

export async function createBodyAction(_state: FormState, form: FormData): Promise<FormState> {
  let created: Outcome<{ bodyId: string }> | null = null;
  const state = await answerForm(async (runtime, actor) => {
    created = await createBody(runtime, actor, bodyFields(form));
    return created;
  }, '/bodies');
  const outcome = created as Outcome<{ bodyId: string }> | null;
  if (outcome?.ok === true) redirect(`/bodies/${outcome.value.bodyId}`);
  return state;
}

export async function editBodyAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => editBody(runtime, actor, { bodyId: textOf(form, 'bodyId'), ...bodyFields(form) }),
    pathOf(form),
  );
}

export async function addMembershipAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const standing = STANDINGS.find((entry) => entry === textOf(form, 'standing'));
    if (standing === undefined) return refuse('BO10', { field: 'standing' });
    return addMembership(runtime, actor, {
      bodyId: textOf(form, 'bodyId'),
      country: textOf(form, 'country'),
      standing,
      from: textOf(form, 'from'),
      to: textOf(form, 'to') || null,
    });
  }, pathOf(form));
}

export async function endMembershipAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      endMembership(runtime, actor, { membershipId: textOf(form, 'membershipId'), to: textOf(form, 'to') }),
    pathOf(form),
  );
}

export async function addChairTermAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      addChairTerm(runtime, actor, {
        bodyId: textOf(form, 'bodyId'),
        country: textOf(form, 'country'),
        name: textOf(form, 'name'),
        from: textOf(form, 'from'),
        to: textOf(form, 'to') || null,
      }),
    pathOf(form),
  );
}

export async function endChairTermAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      endChairTerm(runtime, actor, { termId: textOf(form, 'termId'), to: textOf(form, 'to') }),
    pathOf(form),
  );
}

export async function setSilenceRulesAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setSilenceRules(runtime, actor, {
        bodyId: textOf(form, 'bodyId'),
        minimumHours: Number(textOf(form, 'minimumHours') || Number.NaN),
        outageMinutes: Number(textOf(form, 'outageMinutes') || Number.NaN),
        namesBreaker: textOf(form, 'namesBreaker') !== 'no',
        holidays: textOf(form, 'holidays')
          .split(/[\s,;]+/)
          .filter((day) => day !== ''),
      }),
    pathOf(form),
  );
}

function bodyFields(form: FormData) {
  return {
    acronym: textOf(form, 'acronym'),
    name: textOf(form, 'name'),
    nameThai: textOf(form, 'nameThai'),
    symbolTemplate: textOf(form, 'symbolTemplate'),
  };
}

function pathOf(form: FormData): string {
  return `/bodies/${textOf(form, 'bodyId')}`;
}
