'use server';

import { answerForm, textOf, textsOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { consentToLifting } from '@/server/use-cases/consent-to-lifting';
import { liftBracket } from '@/server/use-cases/lift-bracket';
import { addToBracket, joinAlternative, putInBrackets } from '@/server/use-cases/put-in-brackets';

/** Alternatives that one form puts in at once. */
const MOST_AT_ONCE = 6;

export async function putInBracketsAction(_state: FormState, form: FormData): Promise<FormState> {
  const alternatives = Array.from({ length: MOST_AT_ONCE }, (_, index) => ({
    words: textOf(form, `words${index}`),
    owners: textsOf(form, `owners${index}`),
  })).filter(({ words, owners }) => words.trim() !== '' || owners.length > 0);
  return answerForm(
    (runtime, actor) =>
      putInBrackets(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        clauseId: textOf(form, 'clauseId'),
        range: { line: numberOf(form, 'line'), from: numberOf(form, 'from'), to: numberOf(form, 'to') },
        // Forms send line ends of their own kind.
        words: textOf(form, 'selected').replaceAll('\r\n', '\n'),
        owners: textsOf(form, 'owners'),
        isPlaceholder: textOf(form, 'placeholder') === 'yes',
        alternatives,
      }),
    pathOf(form),
  );
}

export async function addToBracketAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      addToBracket(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        bracketId: textOf(form, 'bracketId'),
        alternative: { words: textOf(form, 'words'), owners: textsOf(form, 'owners') },
      }),
    pathOf(form),
  );
}

export async function joinAlternativeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      joinAlternative(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        bracketId: textOf(form, 'bracketId'),
        alternative: numberOf(form, 'alternative'),
        country: textOf(form, 'country'),
      }),
    pathOf(form),
  );
}

export async function consentAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      consentToLifting(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        bracketId: textOf(form, 'bracketId'),
        alternative: keptOf(form),
        withdraw: textOf(form, 'withdraw') === 'yes',
      }),
    pathOf(form),
  );
}

export async function liftBracketAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      liftBracket(runtime, actor, {
        documentId: textOf(form, 'documentId'),
        bracketId: textOf(form, 'bracketId'),
        alternative: keptOf(form),
        reason: textOf(form, 'reason'),
      }),
    pathOf(form),
  );
}

function pathOf(form: FormData): string {
  return `/documents/${encodeURIComponent(textOf(form, 'documentId'))}`;
}

/** The alternative whose words stay; "none" keeps none of them. */
function keptOf(form: FormData): number | null {
  return textOf(form, 'kept') === 'none' ? null : numberOf(form, 'kept');
}

/** A whole number of a field; anything else is one that nothing has. */
function numberOf(form: FormData, name: string): number {
  const number = Number(textOf(form, name) || Number.NaN);
  return Number.isSafeInteger(number) ? number : -1;
}
