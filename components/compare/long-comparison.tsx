'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DeskFacts } from './comparison-desk';

type Stage =
  | { readonly kind: 'fetching' }
  | { readonly kind: 'drawing'; readonly desk: ReactNode }
  /** `reason` is what the server said. */
  | { readonly kind: 'failed'; readonly reason: string | null }
  | { readonly kind: 'overtaken' };

interface LongFacts extends DeskFacts {
  /** Where the redline comes from, and which one the page speaks of. */
  readonly source: string;
  readonly oldHash: string;
  readonly newHash: string;
  /** The one delegation that wrote between the two texts, where there was but one. */
  readonly soleAuthor: string | null;
}

/**
 * A comparison too long to be drawn for one person on the loop that serves everybody's keystrokes (ADR 0014): its
 * redline comes as bytes, and is drawn here.
 */
export function LongComparison(props: LongFacts) {
  const t = useTranslations('compare');
  const [stage, setStage] = useState<Stage>({ kind: 'fetching' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a comparison is known by its address; another try is another fetch
  useEffect(() => {
    const gone = new AbortController();
    setStage({ kind: 'fetching' });
    draw(props, t, gone.signal).then(
      (next) => {
        if (!gone.signal.aborted) setStage(next);
      },
      () => {
        if (!gone.signal.aborted) setStage({ kind: 'failed', reason: null });
      },
    );
    return () => gone.abort();
  }, [props.source, props.choice.view, props.newHash, attempt]);

  switch (stage.kind) {
    case 'fetching':
      return (
        <>
          <noscript>
            <Notice tone="warn" title={t('long.noScript.title')}>
              <p>{t('long.noScript.body')}</p>
            </Notice>
          </noscript>
          <p role="status" className="long-fetching">
            {t('long.fetching')}
          </p>
        </>
      );
    case 'failed':
      return (
        <Notice
          tone="error"
          title={t('long.failed.title')}
          actions={<Button onClick={() => setAttempt(attempt + 1)}>{t('long.failed.again')}</Button>}
        >
          <p>{stage.reason ?? t('long.failed.body')}</p>
        </Notice>
      );
    case 'overtaken':
      return (
        <Notice
          tone="warn"
          title={t('long.overtaken.title')}
          actions={<Button onClick={() => window.location.reload()}>{t('long.overtaken.reload')}</Button>}
        >
          <p>{t('long.overtaken.body')}</p>
        </Notice>
      );
    case 'drawing':
      return stage.desk;
  }
}

async function draw(
  props: LongFacts,
  t: ReturnType<typeof useTranslations<'compare'>>,
  signal: AbortSignal,
): Promise<Stage> {
  const [{ prepareDesk }, answer] = await Promise.all([
    import('./drawn-desk'),
    fetch(props.source, { signal }),
  ]);
  if (!answer.ok) return { kind: 'failed', reason: await reasonOf(answer, t) };
  const lines = await new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).text();
  return (await prepareDesk(lines, props, t)) ?? { kind: 'overtaken' };
}

async function reasonOf(
  answer: Response,
  t: ReturnType<typeof useTranslations<'compare'>>,
): Promise<string | null> {
  if (answer.status === 401) return t('long.failed.signedOut');
  const said = (await answer.json().catch(() => null)) as { message?: unknown } | null;
  return answer.status < 500 && typeof said?.message === 'string' ? said.message : null;
}
