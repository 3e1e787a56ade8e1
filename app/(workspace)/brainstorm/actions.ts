'use server';

import { redirect } from 'next/navigation';
import { answerForm, textOf, textsOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { closeBrainstorm, moveClose } from '@/server/use-cases/brainstorm-closing';
import {
  gatherInputs,
  mergeClusters,
  releaseInput,
  saveCluster,
  splitCluster,
} from '@/server/use-cases/brainstorm-clusters';
import { enterInput, noteInput, withdrawInput } from '@/server/use-cases/brainstorm-inputs';
import { openBrainstorm } from '@/server/use-cases/brainstorm-round';
import { decideOutcome } from '@/server/use-cases/decide-outcome';
import { giveDots } from '@/server/use-cases/give-dots';
import { moveCluster } from '@/server/use-cases/move-cluster';

const PAGES = '/brainstorm';

/** The person is taken to the new round. */
export async function openRoundAction(_state: FormState, form: FormData): Promise<FormState> {
  let opened = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await openBrainstorm(runtime, actor, {
      bodyId: textOf(form, 'bodyId'),
      meetingId: textOf(form, 'meetingId') || null,
      title: textOf(form, 'title'),
      question: textOf(form, 'question'),
      tags: tagLines(textOf(form, 'tags')),
      isHidden: textOf(form, 'isHidden') === 'yes',
      dots: Number(textOf(form, 'dots').trim() || Number.NaN),
      ...(textOf(form, 'closesAt') === '' ? {} : { closesAt: textOf(form, 'closesAt') }),
    });
    if (outcome.ok) opened = outcome.value.roundId;
    return outcome;
  }, PAGES);
  if (opened !== '') redirect(`/brainstorm/${opened}`);
  return state;
}

/** "Workforce | กำลังคน", one a line. */
function tagLines(typed: string): { title: string; titleThai: string }[] {
  return typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [title = '', titleThai = ''] = line.split('|');
      return { title, titleThai };
    });
}

export async function closeRoundAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => closeBrainstorm(runtime, actor, { roundId: textOf(form, 'roundId') }),
    PAGES,
  );
}

export async function moveCloseAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      moveClose(runtime, actor, {
        roundId: textOf(form, 'roundId'),
        closesAt: textOf(form, 'closesAt'),
        seen: textOf(form, 'seen') || null,
      }),
    PAGES,
  );
}

export async function enterInputAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      enterInput(runtime, actor, {
        roundId: textOf(form, 'roundId'),
        kind: textOf(form, 'kind'),
        words: textOf(form, 'words'),
        evidence: textOf(form, 'evidence'),
        language: textOf(form, 'language'),
        tags: textsOf(form, 'tags'),
      }),
    PAGES,
  );
}

export async function withdrawInputAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => withdrawInput(runtime, actor, { inputId: textOf(form, 'inputId') }),
    PAGES,
  );
}

export async function noteInputAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      noteInput(runtime, actor, { inputId: textOf(form, 'inputId'), words: textOf(form, 'words') }),
    PAGES,
  );
}

/** The chosen inputs, or the two of a suggestion, into a cluster that stands or a new one. */
export async function gatherAction(_state: FormState, form: FormData): Promise<FormState> {
  const clusterId = textOf(form, 'clusterId');
  const both = textOf(form, 'both');
  const inputIds = both === '' ? textsOf(form, 'inputs') : both.split(' ');
  return answerForm(
    (runtime, actor) =>
      clusterId === ''
        ? saveCluster(runtime, actor, {
            roundId: textOf(form, 'roundId'),
            title: textOf(form, 'title'),
            inputIds,
          })
        : gatherInputs(runtime, actor, { clusterId, inputIds }),
    PAGES,
  );
}

export async function releaseAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      releaseInput(runtime, actor, {
        clusterId: textOf(form, 'clusterId'),
        inputId: textOf(form, 'inputId'),
      }),
    PAGES,
  );
}

export async function saveClusterAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      saveCluster(runtime, actor, {
        roundId: textOf(form, 'roundId'),
        clusterId: textOf(form, 'clusterId'),
        rev: Number(textOf(form, 'rev')),
        title: textOf(form, 'title'),
        synthesis: textOf(form, 'synthesis'),
        tag: textOf(form, 'tag') || null,
      }),
    PAGES,
  );
}

export async function moveClusterAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      moveCluster(runtime, actor, {
        clusterId: textOf(form, 'clusterId'),
        direction: textOf(form, 'direction'),
        seen: textOf(form, 'seen').split(' '),
      }),
    PAGES,
  );
}

export async function mergeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      mergeClusters(runtime, actor, {
        clusterId: textOf(form, 'clusterId'),
        rev: Number(textOf(form, 'rev')),
        intoId: textOf(form, 'intoId'),
      }),
    PAGES,
  );
}

export async function splitAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      splitCluster(runtime, actor, {
        clusterId: textOf(form, 'clusterId'),
        rev: Number(textOf(form, 'rev')),
        title: textOf(form, 'title'),
        inputIds: textsOf(form, 'inputs'),
      }),
    PAGES,
  );
}

export async function giveDotsAction(_state: FormState, form: FormData): Promise<FormState> {
  const dots = [...form.entries()].flatMap(([name, value]): [string, number][] =>
    name.startsWith('dots.') && typeof value === 'string'
      ? [[name.slice('dots.'.length), value.trim() === '' ? 0 : Number(value)]]
      : [],
  );
  return answerForm(
    (runtime, actor) =>
      giveDots(runtime, actor, {
        roundId: textOf(form, 'roundId'),
        dots: Object.fromEntries(dots),
        seen: textOf(form, 'seen'),
      }),
    PAGES,
  );
}

export async function decideAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      decideOutcome(runtime, actor, {
        inputIds: textsOf(form, 'inputs'),
        documentId: null,
        outcome: textOf(form, 'outcome'),
        reason: textOf(form, 'reason'),
      }),
    PAGES,
  );
}
