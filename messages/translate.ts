import { createFormatter, createTranslator } from 'use-intl/core';
import { en, type Messages, type Namespace } from './en';
import { formattingLocale, type Locale, TIME_ZONE } from './locale';
import { th } from './th';

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

const CATALOGUES: Readonly<Record<Locale, Messages>> = { en, th };

/** The translator of one namespace, for server components and actions: `translator('th', 'meetings')('title')`. */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({
    locale,
    messages: CATALOGUES[locale],
    namespace,
    timeZone: TIME_ZONE,
  });
}

/** Numbers and dates in the reader's manner; Thai dates count in the Buddhist era. */
export function formatter(locale: Locale) {
  return createFormatter({ locale: formattingLocale(locale) as Locale, timeZone: TIME_ZONE });
}
