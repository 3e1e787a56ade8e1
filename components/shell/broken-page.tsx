'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyPage } from '@/components/ui/empty-page';
import english from '@/messages/en/errors.json';
import { isLocale, type Locale } from '@/messages/locale';
import thai from '@/messages/th/errors.json';

const WORDS = { en: english, th: thai } as const;

/**
 * What stands in place of a page that broke. It knows the language from the document only, because whatever
 * would tell it otherwise may be what broke.
 */
export function BrokenPage(props: { error: unknown; retry: () => void }) {
  const [locale, setLocale] = useState<Locale>('en');
  useEffect(() => {
    const { lang } = document.documentElement;
    if (isLocale(lang)) setLocale(lang);
  }, []);
  const words = WORDS[locale];
  const digest = digestOf(props.error);
  return (
    <EmptyPage
      eyebrow={words.broken.eyebrow}
      title={words.broken.title}
      actions={
        <>
          <Button tone="primary" onClick={() => props.retry()}>
            {words.broken.retry}
          </Button>
          {/* A full load, not a soft one: it starts from scratch. */}
          <a href="/" className="inline-flex min-h-9 items-center px-3 text-sm">
            {words.goHome}
          </a>
        </>
      }
    >
      <p>{words.broken.text}</p>
      {digest === null ? null : (
        <p className="mt-3 text-sm text-muted">{words.broken.reference.replace('{digest}', digest)}</p>
      )}
    </EmptyPage>
  );
}

function digestOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}
