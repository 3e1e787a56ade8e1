'use client';

import type { ReactNode } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useChangeNavigation } from './navigation';

/** "Change 5 of 34" with the way to the next and the previous one. Stays in sight while one reads. */
export function ChangeBar(props: { children?: ReactNode }) {
  const t = useTranslations('compare');
  const { shown, total, current, step, setHelpOpen } = useChangeNavigation();
  const place = current === null ? -1 : shown.indexOf(current);
  const counter =
    place >= 0
      ? t('counter.at', { number: place + 1, total: shown.length })
      : t('counter.all', { count: shown.length });
  return (
    <div className="change-bar">
      <nav className="change-steps" aria-label={t('counter.label')}>
        <Button onClick={() => step(-1)} disabled={shown.length === 0} aria-keyshortcuts="p k">
          <span aria-hidden="true">↑</span>
          <span className="change-bar-word">{t('counter.previous')}</span>
          <span className="sr-only sm:hidden">{t('counter.previous')}</span>
        </Button>
        <Button onClick={() => step(1)} disabled={shown.length === 0} aria-keyshortcuts="n j">
          <span aria-hidden="true">↓</span>
          <span className="change-bar-word">{t('counter.next')}</span>
          <span className="sr-only sm:hidden">{t('counter.next')}</span>
        </Button>
        <p className="change-counter" aria-live="polite">
          {counter}
          {shown.length < total ? (
            <span className="text-muted"> {t('counter.filtered', { total })}</span>
          ) : null}
        </p>
        <Button tone="quiet" className="change-keys" onClick={() => setHelpOpen(true)} aria-keyshortcuts="?">
          {t('keys.open')}
        </Button>
        <KeyHelp />
      </nav>
      {props.children}
    </div>
  );
}

function KeyHelp() {
  const t = useTranslations('compare');
  const { helpOpen, setHelpOpen, keysOn, setKeysOn } = useChangeNavigation();
  const keys = [
    { press: ['n', 'j'], does: t('keys.next') },
    { press: ['p', 'k'], does: t('keys.previous') },
    { press: ['?'], does: t('keys.help') },
  ];
  return (
    <Dialog open={helpOpen} onClose={() => setHelpOpen(false)} title={t('keys.title')}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
        {keys.map((entry) => (
          <div key={entry.does} className="contents">
            <dt className="flex gap-1.5">
              {entry.press.map((key) => (
                <kbd
                  key={key}
                  className="rounded border border-line-strong/60 bg-raised px-2 py-0.5 font-sans"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{entry.does}</dd>
          </div>
        ))}
      </dl>
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" checked={keysOn} onChange={(event) => setKeysOn(event.target.checked)} />
        {t('keys.on')}
      </label>
      <div className="flex justify-end">
        <Button onClick={() => setHelpOpen(false)}>{t('keys.close')}</Button>
      </div>
    </Dialog>
  );
}
