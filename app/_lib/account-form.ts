import type { FormState } from '@/components/ui/form-state';
import type { Refusal } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { refusalText } from './refusal';

/** The field of a form that a rule of accounts is about. */
const FIELDS: Readonly<Record<string, string>> = {
  AC6: 'password',
  AC7: 'password',
  AC8: 'email',
  AC16: 'name',
  AC17: 'email',
  AC18: 'current',
  AC19: 'country',
  AC20: 'country',
  AC21: 'to',
  AC22: 'name',
  AC24: 'password',
  AC25: 'bodyId',
  AC27: 'bodyId',
  AC32: 'expiresAt',
};

/** A refusal as the form shows it: beside the field it is about, where there is one. */
export function refusedForm(refusal: Refusal, locale: Locale): FormState {
  return { status: 'refused', message: refusalText(refusal, locale), field: FIELDS[refusal.rule] ?? null };
}
