'use server';

import { answerForm, textOf, textsOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { challengeEditorial } from '@/server/use-cases/challenge-editorial';
import { findOnClauses } from '@/server/use-cases/find-on-clauses';
import { closeReading, openReading } from '@/server/use-cases/negotiation-reading';
import { confirmAdRef, type ShownWords, takePosition } from '@/server/use-cases/take-position';

/** The delegation's word on the chosen clauses; the choice `confirm` answers for its capital (PS8). */
export async function takePositionAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(async (runtime, actor) => {
    const said = {
      documentId: textOf(form, 'documentId'),
      on: shownWords(form),
      note: textOf(form, 'note'),
      ring: textOf(form, 'ring'),
    };
    const stance = textOf(form, 'stance');
    return stance === 'confirm'
      ? confirmAdRef(runtime, actor, said)
      : takePosition(runtime, actor, { ...said, stance });
  }, pathOf(form));
}

export async function findOnClausesAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      findOnClauses(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        step: textOf(form, 'step'),
        on: shownWords(form),
        reason: textOf(form, 'reason'),
        pending: textsOf(form, 'pending'),
      }),
    pathOf(form),
  );
}

export async function openReadingAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => openReading(runtime, actor, { documentId: textOf(form, 'documentId') }),
    pathOf(form),
  );
}

export async function closeReadingAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) => closeReading(runtime, actor, { documentId: textOf(form, 'documentId') }),
    pathOf(form),
  );
}

export async function challengeEditorialAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      challengeEditorial(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        changeId: textOf(form, 'changeId'),
      }),
    pathOf(form),
  );
}

/** The chosen clauses as "id hash", or "* hash" for the whole text. */
function shownWords(form: FormData): ShownWords[] {
  return textsOf(form, 'on').map((value) => {
    const [id = '', hash = ''] = value.split(' ');
    return { clauseId: id === '*' ? null : id, hash };
  });
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}
