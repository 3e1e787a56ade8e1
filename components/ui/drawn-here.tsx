'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from './button';
import { Notice } from './notice';

type Stage =
  | { readonly kind: 'fetching' | 'overtaken' }
  | { readonly kind: 'drawn'; readonly node: ReactNode }
  /** `reason` is what the server said. */
  | { readonly kind: 'failed'; readonly reason: string | null };

/**
 * What is too long to be drawn for one person on the loop that serves everybody's keystrokes (ADR 0014): it comes as
 * packed bytes, and is drawn here.
 */
export function DrawnHere(props: {
  /** Where the bytes come from. */
  source: string;
  /** What the page speaks of: another one is drawn anew. */
  subject: string;
  /** Null: the bytes are of something else than the page speaks of, since somebody has written meanwhile. */
  draw: (unpacked: string) => Promise<ReactNode | null>;
}) {
  const t = useTranslations('long');
  const [stage, setStage] = useState<Stage>({ kind: 'fetching' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is known by its address and subject; another try is another fetch
  useEffect(() => {
    const gone = new AbortController();
    setStage({ kind: 'fetching' });
    fetched(props.source, props.draw, t, gone.signal).then(
      (next) => {
        if (!gone.signal.aborted) setStage(next);
      },
      () => {
        if (!gone.signal.aborted) setStage({ kind: 'failed', reason: null });
      },
    );
    return () => gone.abort();
  }, [props.source, props.subject, attempt]);

  switch (stage.kind) {
    case 'fetching':
      return (
        <>
          <noscript>
            <Notice tone="warn" title={t('noScript.title')}>
              <p>{t('noScript.body')}</p>
            </Notice>
          </noscript>
          <p role="status" className="long-fetching">
            {t('fetching')}
          </p>
        </>
      );
    case 'failed':
      return (
        <Notice
          tone="error"
          title={t('failed.title')}
          actions={<Button onClick={() => setAttempt(attempt + 1)}>{t('failed.again')}</Button>}
        >
          <p>{stage.reason ?? t('failed.body')}</p>
        </Notice>
      );
    case 'overtaken':
      return (
        <Notice
          tone="warn"
          title={t('overtaken.title')}
          actions={<Button onClick={() => window.location.reload()}>{t('overtaken.reload')}</Button>}
        >
          <p>{t('overtaken.body')}</p>
        </Notice>
      );
    case 'drawn':
      return stage.node;
  }
}

async function fetched(
  source: string,
  draw: (unpacked: string) => Promise<ReactNode | null>,
  t: ReturnType<typeof useTranslations<'long'>>,
  signal: AbortSignal,
): Promise<Stage> {
  const answer = await fetch(source, { signal });
  if (!answer.ok) return { kind: 'failed', reason: await reasonOf(answer, t) };
  const unpacked = await new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).text();
  const node = await draw(unpacked);
  return node === null ? { kind: 'overtaken' } : { kind: 'drawn', node };
}

async function reasonOf(
  answer: Response,
  t: ReturnType<typeof useTranslations<'long'>>,
): Promise<string | null> {
  if (answer.status === 401) return t('failed.signedOut');
  const said = (await answer.json().catch(() => null)) as { message?: unknown } | null;
  return answer.status < 500 && typeof said?.message === 'string' ? said.message : null;
}
