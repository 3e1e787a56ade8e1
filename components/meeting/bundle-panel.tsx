'use client';

import { useActionState, useEffect, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button, buttonClass } from '@/components/ui/button';
import { type FormAction, IDLE } from '@/components/ui/form-state';
import type { BundleState } from '@/domain/text/bundle';

const EVERY = 1000;

/** A meeting's papers as one file: begin, watch, cancel, download. Asks how far it is only while one is in the making. */
export function BundlePanel(props: {
  meetingId: string;
  initial: BundleState | null;
  actions: { readonly start: FormAction; readonly cancel: FormAction };
}) {
  const { meetingId } = props;
  const t = useTranslations('bundle');
  const [bundle, setBundle] = useState(props.initial);
  const [isOffline, setOffline] = useState(false);
  const [started, start, isStarting] = useActionState(props.actions.start, IDLE);
  const [, cancel, isCancelling] = useActionState(props.actions.cancel, IDLE);
  const isMaking = bundle?.status === 'making';
  useEffect(() => setBundle(props.initial), [props.initial]);
  useEffect(() => {
    if (!isMaking) return;
    let isGone = false;
    const timer = setInterval(async () => {
      const answer = await fetch(`/api/meetings/${meetingId}/bundle`).catch(() => null);
      if (isGone) return;
      setOffline(answer?.ok !== true);
      if (answer?.ok === true) setBundle(((await answer.json()) as { bundle: BundleState | null }).bundle);
    }, EVERY);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [isMaking, meetingId]);
  const hidden = <input type="hidden" name="meetingId" value={meetingId} />;
  return (
    <div className="grid gap-3 text-sm">
      <p className="text-muted">{t('text')}</p>
      <div aria-live="polite" className="grid gap-2">
        {isMaking ? (
          <>
            <progress
              className="h-2 w-full accent-accent"
              max={Math.max(1, bundle.total)}
              value={bundle.done}
              aria-label={t('title')}
            />
            <p>{t('making', { done: bundle.done, total: bundle.total })}</p>
            {bundle.current === null ? null : (
              <p className="text-muted">{t('current', { symbol: bundle.current })}</p>
            )}
          </>
        ) : null}
        {bundle?.status === 'done' ? <p>{t('done')}</p> : null}
        {bundle?.status === 'failed' ? <p className="text-delete">{t('failed')}</p> : null}
        {bundle?.status === 'interrupted' ? <p className="text-delete">{t('interrupted')}</p> : null}
        {isOffline && isMaking ? <p className="text-delete">{t('refused')}</p> : null}
        {started.status === 'refused' ? <p className="text-delete">{started.message}</p> : null}
        {bundle === null || bundle.failed.length === 0 ? null : (
          <div>
            <p>{t('missing')}</p>
            <ul className="list-disc pl-5">
              {bundle.failed.map(({ symbol, file }) => (
                <li key={`${symbol} ${file}`}>{t('missingFile', { symbol, file })}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {bundle?.status === 'done' ? (
          <a href={`/api/meetings/${meetingId}/bundle/file`} className={buttonClass('primary')} download>
            {t('download', { size: Math.max(0.1, Math.round(bundle.size / 1e5) / 10) })}
          </a>
        ) : null}
        {isMaking ? (
          <form action={cancel}>
            {hidden}
            <Button type="submit" disabled={isCancelling}>
              {t('cancel')}
            </Button>
          </form>
        ) : (
          <form action={start}>
            {hidden}
            <Button type="submit" disabled={isStarting}>
              {t(bundle?.status === 'done' ? 'again' : 'start')}
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}
