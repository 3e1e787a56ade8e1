'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { PROPOSAL_CLASSES, PROPOSAL_KINDS } from '@/domain/negotiation/types';
import type { Actor } from '@/domain/policy/can';
import { type Outcome, refuse } from '@/domain/refusal';
import { getProposal } from '@/server/queries/proposals';
import type { Runtime } from '@/server/runtime';
import { backProposal, stopBacking } from '@/server/use-cases/back-proposal';
import { beginProposal } from '@/server/use-cases/begin-proposal';
import { challengeClass, settleChallenge } from '@/server/use-cases/challenge-class';
import { confirmProposal, withdrawProposal } from '@/server/use-cases/close-proposal';

type Act = (
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string },
) => Promise<Outcome<unknown>>;

export async function cosponsorAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, (runtime, actor, input) =>
    backProposal(runtime, actor, { ...input, kind: 'cosponsor' }),
  );
}

export async function supportAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, (runtime, actor, input) => backProposal(runtime, actor, { ...input, kind: 'support' }));
}

export async function stopBackingAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, stopBacking);
}

export async function confirmAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, confirmProposal);
}

export async function withdrawAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, withdrawProposal);
}

export async function challengeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, (runtime, actor, input) =>
    challengeClass(runtime, actor, { ...input, reason: textOf(form, 'reason') }),
  );
}

export async function settleAction(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, async (runtime, actor, input) => {
    const found = PROPOSAL_CLASSES.find((known) => known === textOf(form, 'class'));
    return found === undefined
      ? refuse('BO10', { field: 'class' })
      : settleChallenge(runtime, actor, { ...input, class: found });
  });
}

/** Begins a draft that shall replace a tabled proposal, and leads to it. */
export async function replaceAction(_state: FormState, form: FormData): Promise<FormState> {
  return begin(form, async (runtime, actor) => {
    const found = await getProposal(runtime, actor, textOf(form, 'proposalId'));
    if (!found.ok) return found;
    const { id, documentId, kind, clauseId, otherClauseId } = found.value;
    return beginProposal(runtime, actor, {
      documentId,
      kind,
      clauseId,
      otherClauseId,
      class: found.value.class,
      rationale: found.value.rationale,
      replacesId: id,
    });
  });
}

/** The secretariat begins a draft for a delegation, and is led to it. */
export async function enterOnBehalfAction(_state: FormState, form: FormData): Promise<FormState> {
  return begin(form, async (runtime, actor) =>
    beginProposal(runtime, actor, {
      documentId: textOf(form, 'documentId'),
      kind: PROPOSAL_KINDS.find((known) => known === textOf(form, 'kind')) ?? 'replace',
      clauseId: textOf(form, 'clauseId'),
      otherClauseId: null,
      onBehalfOf: textOf(form, 'onBehalfOf'),
    }),
  );
}

function answer(form: FormData, act: Act): Promise<FormState> {
  return answerForm(
    (runtime, actor) => act(runtime, actor, { proposalId: textOf(form, 'proposalId') }),
    pathOf(form),
  );
}

async function begin(
  form: FormData,
  work: (runtime: Runtime, actor: Actor) => Promise<Outcome<{ proposalId: string }>>,
): Promise<FormState> {
  let begun = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await work(runtime, actor);
    if (outcome.ok) begun = outcome.value.proposalId;
    return outcome;
  }, pathOf(form));
  if (begun !== '') redirect(`${pathOf(form)}/proposals/${begun}`);
  return state;
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}
