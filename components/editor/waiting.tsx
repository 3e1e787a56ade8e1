'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Notice } from '@/components/ui/notice';
import type { SyncStatus } from './sync-status';

const SLOW_AFTER = 6000;

/** In place of the text until it has arrived: never an empty page that looks like one to write on. */
export function Waiting({ status }: { status: SyncStatus }) {
  const t = useTranslations('editor.waiting');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, []);
  if (status.connection === 'ended') {
    return (
      <Notice tone="error" title={t('failed')}>
        <p>{t('failedHelp')}</p>
      </Notice>
    );
  }
  const offline = status.connection === 'lost' && !navigator.onLine;
  return (
    <div className="paper-sheet mx-auto max-w-4xl px-8 py-16">
      <p role="status" className="text-center text-muted">
        {offline ? t('offline') : slow ? t('slow') : t('opening')}
      </p>
      <div aria-hidden="true" className="mx-auto mt-10 grid max-w-xl gap-3">
        {['w-3/5 mx-auto mb-4', 'w-full', 'w-11/12', 'w-10/12', 'w-4/5'].map((width) => (
          <div key={width} className={`h-3 animate-pulse rounded bg-line ${width}`} />
        ))}
      </div>
    </div>
  );
}
