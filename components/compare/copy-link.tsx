'use client';

import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';

/** Copies the address of this comparison, the current change included. */
export function CopyLink() {
  const t = useTranslations('compare');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button onClick={copy}>{state === 'copied' ? t('copy.done') : t('copy.link')}</Button>
      <span role="status" className={state === 'failed' ? 'text-sm text-delete' : 'sr-only'}>
        {state === 'copied' ? t('copy.done') : state === 'failed' ? t('copy.failed') : ''}
      </span>
    </>
  );
}
