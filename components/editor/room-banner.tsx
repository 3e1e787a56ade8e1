'use client';

import type { ReactNode } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Ending, SyncStatus } from './sync-status';
import { useRefusalWords } from './use-refusal-words';

/** What happened and what to do, above the text: pens down, reading only, or the end of writing here. */
export function RoomBanner(props: {
  status: SyncStatus;
  ending: Ending | null;
  /** The rule of the refusal that ended writing, kept when the room was joined anew. */
  refusal: SyncStatus['refusal'];
  documentId: string;
  adopted: boolean;
  whyNotEdit: string | null;
  onGoOn: (() => void) | null;
}) {
  const t = useTranslations('editor.banner');
  const words = useRefusalWords();
  const { status, ending } = props;
  if (ending !== null) {
    return (
      <Notice
        tone={ending === 'frozen' ? 'info' : 'error'}
        title={t(`${ending}Title`)}
        actions={<EndingActions {...props} ending={ending} />}
      >
        <p>{endingWords(t, words, ending, props.refusal)}</p>
      </Notice>
    );
  }
  if (status.stalled) {
    return (
      <Notice tone="error" title={t('stalledTitle')}>
        <p>{t('stalled')}</p>
      </Notice>
    );
  }
  const why = status.room === null ? props.whyNotEdit : status.room.why;
  if (status.room?.pensDown === true && status.room.mayEdit === false) {
    return <Notice tone="warn">{t('pensDown')}</Notice>;
  }
  return why === null ? null : (
    <p className="text-sm text-muted">{t('reading', { reason: words(why, stateOf(status)) })}</p>
  );
}

function EndingActions(props: Parameters<typeof RoomBanner>[0] & { ending: Ending }): ReactNode {
  const t = useTranslations('editor.banner');
  switch (props.ending) {
    case 'signIn':
      return (
        <Button tone="primary" onClick={() => window.location.reload()}>
          {t('signInAgain')}
        </Button>
      );
    case 'rights':
    case 'gone':
      return (
        <LinkButton tone="primary" href="/meetings">
          {t('toDocuments')}
        </LinkButton>
      );
    case 'frozen':
      return (
        <Button
          tone="primary"
          onClick={() =>
            window.location.assign(`/documents/${props.documentId}${props.adopted ? '/record' : ''}`)
          }
        >
          {props.adopted ? t('openAdopted') : t('reload')}
        </Button>
      );
    case 'refused':
      return props.onGoOn === null ? null : (
        <Button tone="primary" onClick={props.onGoOn}>
          {t('goOn')}
        </Button>
      );
    default:
      return (
        <Button tone="primary" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      );
  }
}

function endingWords(
  t: ReturnType<typeof useTranslations<'editor.banner'>>,
  words: ReturnType<typeof useRefusalWords>,
  ending: Ending,
  refusal: SyncStatus['refusal'],
): string {
  if (ending !== 'refused') return t(ending);
  return refusal === null ? '' : words(refusal.rule, refusal.detail);
}

function stateOf(status: SyncStatus): Record<string, string> {
  return status.room === null ? {} : { state: status.room.state };
}
