import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { EmptyPage } from '@/components/ui/empty-page';
import type { Refusal } from '@/domain/refusal';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { countryName } from '@/messages/names';
import { refusalMessage } from '@/messages/refusal-message';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';

/** What a refusal says to a person: the message of its rule, with the refusal's details in their language. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  return refusalMessage(withNames(refusal, locale), locale);
}

/** Instants and delegations that a refusal names, as the reader's language says them. */
function withNames(refusal: Refusal, locale: Locale): Refusal {
  const closedAt = refusal.detail?.closedAt;
  if (typeof closedAt === 'string')
    return { ...refusal, detail: { ...refusal.detail, closedAt: sayInstant(locale, closedAt) } };
  const codes = refusal.detail?.delegations;
  if (typeof codes !== 'string') return refusal;
  const countries = countriesFor(getRuntime());
  const names = codes.split(',').map((code) => {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? code : countryName(locale, country);
  });
  return {
    ...refusal,
    detail: { ...refusal.detail, delegations: new Intl.ListFormat(locale).format(names) },
  };
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
