import { revalidatePath } from 'next/cache';
import type { FormState } from '@/components/ui/form-state';
import type { Actor } from '@/domain/policy/can';
import type { Outcome } from '@/domain/refusal';
import { translator } from '@/messages/translate';
import { getRuntime, type Runtime } from '@/server/runtime';
import { refusalText } from './refusal';
import { getLocale, getViewer } from './viewer';

/** Rules of what somebody else changed since the page was opened. */
const OVERTAKEN: readonly string[] = ['BS19', 'IM18', 'IM27', 'IM32', 'IM33', 'ME18', 'MO35', 'MO40', 'RC6'];

/**
 * The common shape of a server action behind a form: asks who it is, does the work, says in words how it went.
 * `revalidate` is the path whose pages show the change.
 */
export async function answerForm(
  work: (runtime: Runtime, actor: Actor) => Promise<Outcome<unknown>>,
  revalidate: string,
): Promise<FormState> {
  const viewer = await getViewer();
  const locale = await getLocale();
  const t = translator(locale, 'errors');
  if (viewer === null) return { status: 'refused', message: t('form.signedOut'), field: null };
  const outcome = await work(getRuntime(), viewer.actor);
  if (!outcome.ok) {
    // What stands now is shown beside what was typed, so that one can decide.
    if (OVERTAKEN.includes(outcome.rule)) revalidatePath(revalidate, 'layout');
    const field = outcome.detail?.field;
    return {
      status: 'refused',
      message: refusalText(outcome, locale),
      field: typeof field === 'string' && field !== '' ? field : null,
    };
  }
  revalidatePath(revalidate, 'layout');
  return { status: 'done', message: t('form.saved'), field: null };
}

/** A text field of a form; missing ones are empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** All values of a field that may be chosen several times. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string');
}
