'use client';

import format, { type FormatOptions, type FormatValues } from 'icu-minify/format';
import { createContext, useContext, useMemo } from 'react';
import type { useTranslations as useTranslationsOfCatalogue } from 'use-intl/react';
import { formattingLocale, type Locale, TIME_ZONE } from '@/messages/locale';
import type { PickedMessages } from '@/messages/pick';

export interface Words {
  readonly locale: Locale;
  readonly messages: PickedMessages;
}

export const WordsContext = createContext<Words | null>(null);

export function useLocale(): Locale {
  return useWords().locale;
}

function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useTranslations: no ClientMessages above this component');
  return words;
}

const FORMATTERS: FormatOptions['formatters'] = {
  getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args) => new Intl.NumberFormat(...args),
  getPluralRules: (...args) => new Intl.PluralRules(...args),
};

/**
 * The words of a namespace (or a part of one) in client components, with keys typed by the catalogue as on the
 * server. The messages come compiled from `pickMessages`. A message that the page did not pick is a bug and throws.
 */
export const useTranslations = ((namespace: string) => {
  const { locale, messages } = useWords();
  return useMemo(() => {
    const say = (key: string, values?: FormatValues<string>) => {
      const message = messages[`${namespace}.${key}`];
      if (message === undefined)
        throw new Error(`useTranslations: the page did not pick ${namespace}.${key}`);
      const text = format<string>(message, formattingLocale(locale), values, {
        formatters: FORMATTERS,
        timeZone: TIME_ZONE,
      });
      return Array.isArray(text) ? text.join('') : text;
    };
    return Object.assign(say, { has: (key: string) => `${namespace}.${key}` in messages });
  }, [namespace, locale, messages]);
}) as unknown as typeof useTranslationsOfCatalogue;
