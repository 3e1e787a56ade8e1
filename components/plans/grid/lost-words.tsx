'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Lost } from './grid-state';
import type { GridWords } from './grid-words';

/** What was written into rows that somebody took out meanwhile, until its writer has decided. */
export function LostWords(props: {
  lost: readonly Lost[];
  words: GridWords;
  /** Null where one may not bring rows back. */
  onBringBack: ((activityId: string) => void) | null;
  onLetGo: (activityId: string) => void;
}) {
  const { lost, words, onBringBack } = props;
  const t = useTranslations('plan');
  const rows = new Map(lost.map((one) => [one.activityId, one]));
  return [...rows].map(([activityId, { code, country }]) => (
    <div key={activityId} className="no-print mb-2">
      <Notice
        tone="warn"
        title={t('lost.title', { who: words.who(country), code })}
        actions={
          <>
            {onBringBack === null ? null : (
              <Button onClick={() => onBringBack(activityId)}>{t('lost.bringBack')}</Button>
            )}
            <Button tone="quiet" onClick={() => props.onLetGo(activityId)}>
              {t('lost.letGo')}
            </Button>
          </>
        }
      >
        <p>{t('lost.text')}</p>
        <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {lost
            .filter((one) => one.activityId === activityId)
            .map((one) => (
              <div key={one.field} className="contents">
                <dt className="text-muted">{t(`field.${one.field}`)}</dt>
                <dd className="break-words">{one.words ?? words.shown(one.field, one.value ?? null)}</dd>
              </div>
            ))}
        </dl>
      </Notice>
    </div>
  ));
}
