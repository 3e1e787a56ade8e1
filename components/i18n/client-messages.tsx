'use client';

import { type ReactNode, useMemo } from 'react';
import type { Locale } from '@/messages/locale';
import type { PickedMessages } from '@/messages/pick';
import { WordsContext } from './use-translations';

/**
 * Gives client components below it their words: `useTranslations('editor')`. The page picks the namespaces with
 * `pickMessages`, so a page carries only what it shows.
 */
export function ClientMessages(props: { locale: Locale; messages: PickedMessages; children: ReactNode }) {
  const { locale, messages } = props;
  const words = useMemo(() => ({ locale, messages }), [locale, messages]);
  return <WordsContext value={words}>{props.children}</WordsContext>;
}
