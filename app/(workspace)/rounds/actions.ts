'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { answerForm, textOf } from '@/app/_lib/actions';
import { refusalText } from '@/app/_lib/refusal';
import { getLocale, getViewer } from '@/app/_lib/viewer';
import type { AnswersState } from '@/components/monitoring/return-form';
import type { FormState } from '@/components/ui/form-state';
import { sayAnswer } from '@/messages/answers';
import { translator } from '@/messages/translate';
import { getRuntime } from '@/server/runtime';
import { fillTyped, type TypedRow } from '@/server/use-cases/fill-typed';
import {
  acceptReturn,
  answerClarification,
  askClarification,
  lockRound,
  reopenReturn,
  submitReturn,
} from '@/server/use-cases/return-steps';
import { changeWindow, openRound } from '@/server/use-cases/rounds';

const NOTHING = { errors: {}, written: {}, met: {} } as const;

/** Answers of a return, all of the page at once; what is wrong is said of every field. */
export async function saveAnswersAction(_state: AnswersState, form: FormData): Promise<AnswersState> {
  const viewer = await getViewer();
  const locale = await getLocale();
  if (viewer === null) {
    return {
      status: 'refused',
      message: translator(locale, 'errors')('form.signedOut'),
      ...NOTHING,
    };
  }
  const rows = [...form.keys()].flatMap((name): TypedRow[] => {
    const [part, indicatorId] = name.split(':');
    if (part !== 'seen' || indicatorId === undefined) return [];
    const of = (field: string) => textOf(form, `${field}:${indicatorId}`);
    return [
      {
        indicatorId,
        kind: of('kind'),
        typed: of('answer'),
        note: of('note'),
        evidence: of('evidence'),
        seen: of('seen'),
      },
    ];
  });
  const outcome = await fillTyped(getRuntime(), viewer.actor, { returnId: textOf(form, 'returnId'), rows });
  if (!outcome.ok) return { status: 'refused', message: refusalText(outcome, locale), ...NOTHING };
  const t = translator(locale, 'monitoring');
  const { refused, written, met } = outcome.value;
  if (refused.length > 0) {
    const stands = new Map(met.map((one) => [one.indicator.id, one]));
    const errors = refused.map(({ rule, detail, indicatorId }) => {
      const message = refusalText({ ok: false, rule, detail }, locale);
      const there = stands.get(indicatorId);
      if (there === undefined) return [String(detail.field), message];
      const { indicator, answer } = there;
      const said = [sayAnswer(locale, indicator, answer), answer.note, answer.evidence];
      const words = said.filter((part) => part !== '').join(' · ');
      return [String(detail.field), `${message} ${t('form.stands', { who: answer.byName, words })}`];
    });
    return {
      status: 'refused',
      message: t('form.wrong', { count: refused.length }),
      errors: Object.fromEntries(errors),
      written,
      met: Object.fromEntries(met.map(({ indicator, answer }) => [indicator.id, answer.id])),
    };
  }
  revalidatePath('/rounds', 'layout');
  return {
    status: 'done',
    message: t('form.saved', { count: Object.keys(written).length }),
    errors: {},
    written,
    met: {},
  };
}

type Step = typeof submitReturn;

function take(step: Step, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      step(runtime, actor, {
        returnId: textOf(form, 'returnId'),
        rev: Number(textOf(form, 'rev')),
        reason: textOf(form, 'reason'),
      }),
    '/rounds',
  );
}

export async function submitReturnAction(_state: FormState, form: FormData): Promise<FormState> {
  return take(submitReturn, form);
}

export async function answerClarificationAction(_state: FormState, form: FormData): Promise<FormState> {
  return take(answerClarification, form);
}

export async function askClarificationAction(_state: FormState, form: FormData): Promise<FormState> {
  return take(askClarification, form);
}

export async function acceptReturnAction(_state: FormState, form: FormData): Promise<FormState> {
  return take(acceptReturn, form);
}

export async function reopenReturnAction(_state: FormState, form: FormData): Promise<FormState> {
  return take(reopenReturn, form);
}

export async function lockRoundAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => lockRound(runtime, actor, { roundId: textOf(form, 'roundId') }),
    '/rounds',
  );
}

/** On success the person is taken to the round. */
export async function openRoundAction(_state: FormState, form: FormData): Promise<FormState> {
  let opened = '';
  const state = await answerForm(async (runtime, actor) => {
    const outcome = await openRound(runtime, actor, {
      planId: textOf(form, 'planId'),
      conceptNoteId: textOf(form, 'conceptNoteId'),
      period: textOf(form, 'period'),
      opensAt: textOf(form, 'opensAt'),
      closesAt: textOf(form, 'closesAt'),
    });
    if (outcome.ok) opened = outcome.value.roundId;
    return outcome;
  }, '/plans');
  if (opened !== '') redirect(`/rounds/${opened}`);
  return state;
}

export async function changeWindowAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      changeWindow(runtime, actor, {
        roundId: textOf(form, 'roundId'),
        opensAt: textOf(form, 'opensAt'),
        closesAt: textOf(form, 'closesAt'),
        seen: { opensAt: textOf(form, 'seenOpensAt'), closesAt: textOf(form, 'seenClosesAt') },
      }),
    '/rounds',
  );
}
