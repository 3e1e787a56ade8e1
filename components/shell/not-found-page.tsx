import { LinkButton } from '@/components/ui/button';
import { EmptyPage } from '@/components/ui/empty-page';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Nothing at this address, or nothing for this person: the two look alike on purpose. */
export function NotFoundPage(props: { locale: Locale }) {
  const t = translator(props.locale, 'errors');
  return (
    <EmptyPage
      eyebrow={t('notFound.eyebrow')}
      title={t('notFound.title')}
      actions={
        <>
          <LinkButton tone="primary" href="/">
            {t('goHome')}
          </LinkButton>
          <LinkButton href="/meetings">{t('goMeetings')}</LinkButton>
        </>
      }
    >
      <p>{t('notFound.text')}</p>
    </EmptyPage>
  );
}
