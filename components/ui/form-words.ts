import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import type { FormWords } from './action-form';

export function formWords(locale: Locale): FormWords {
  const t = translator(locale, 'errors');
  return { required: t('form.required'), check: t('form.check') };
}
