import { buttonClass, LinkButton } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

const FILES = ['matrix', 'indicators', 'tool1', 'tool2'] as const;

/** Files of a plan to take away; and for who edits it, the way back in. */
export function PlanFiles({ planId, mayEdit, locale }: { planId: string; mayEdit: boolean; locale: Locale }) {
  const t = translator(locale, 'sheets');
  return (
    <Disclosure summary={t('title')}>
      <div className="flex flex-wrap gap-2">
        {FILES.map((what) => (
          <a key={what} className={buttonClass('quiet')} href={`/api/exports/${what}/${planId}`}>
            {t(`download.${what}`)}
          </a>
        ))}
        {mayEdit ? (
          <>
            <LinkButton href={`/sheets/activities/${planId}`}>{t('page.title.activities')}</LinkButton>
            <LinkButton href={`/sheets/indicators/${planId}`}>{t('page.title.indicators')}</LinkButton>
          </>
        ) : null}
      </div>
    </Disclosure>
  );
}
