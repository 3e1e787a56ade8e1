import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { EmptyPage } from '@/components/ui/empty-page';
import type { Refusal } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { refusalMessage } from '@/messages/refusal-message';
import { translator } from '@/messages/translate';

/** What a refusal says to a person: the message of its rule, with the refusal's details in their language. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  return refusalMessage(refusal, locale);
}

/**
 * The page in place of one that may not be shown. PO1 answers like an address that does not exist, so that
 * nobody learns of other bodies' texts; every other rule is named in words.
 */
export function refusalPage(refusal: Refusal, locale: Locale): ReactNode {
  if (refusal.rule === 'PO1') notFound();
  const t = translator(locale, 'errors');
  return (
    <EmptyPage
      eyebrow={t('refused.eyebrow', { rule: refusal.rule })}
      title={t('refused.title')}
      actions={
        <>
          <LinkButton tone="primary" href="/">
            {t('goHome')}
          </LinkButton>
          <LinkButton href="/meetings">{t('goMeetings')}</LinkButton>
        </>
      }
    >
      <p>{refusalText(refusal, locale)}</p>
      <p className="mt-2 text-muted">{t('refused.help')}</p>
    </EmptyPage>
  );
}
