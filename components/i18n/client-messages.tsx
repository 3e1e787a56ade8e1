'use client';

import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Messages } from '@/messages/en';
import { type Locale, TIME_ZONE } from '@/messages/locale';

/**
 * Gives client components below it their words: `useTranslations('editor')`. The page picks the namespaces with
 * `pickMessages`, so a page carries only what it shows.
 */
export function ClientMessages(props: { locale: Locale; messages: Partial<Messages>; children: ReactNode }) {
  return (
    <IntlProvider locale={props.locale} messages={props.messages as Messages} timeZone={TIME_ZONE}>
      {props.children}
    </IntlProvider>
  );
}
