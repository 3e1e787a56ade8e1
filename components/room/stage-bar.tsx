'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Button, LinkButton } from '@/components/ui/button';
import type { StageNews } from '@/domain/negotiation/stage';
import type { StageClause } from './stage-clauses';

export interface StageBarProps {
  readonly news: StageNews;
  readonly clauses: readonly StageClause[];
  /** Where whoever leads stands in `clauses`; -1 for nowhere. */
  readonly at: number;
  readonly leads: boolean;
  readonly follows: boolean;
  readonly size: number;
  readonly backHref: string;
  readonly onGo: (index: number) => void;
  readonly onFollow: (follows: boolean) => void;
  readonly onSize: (step: 1 | -1) => void;
}

export const SIZES = [100, 120, 140, 165, 195, 230] as const;

/** What one needs in the room: where the room is, the way to the next clause, larger letters, the way out. */
export function StageBar(props: StageBarProps) {
  const t = useTranslations('room');
  const { news, clauses, at, leads } = props;
  const clause = clauses[at];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-raised px-4 py-2 text-sm">
      <p role="status" className="min-w-0 flex-1 basis-64 truncate">
        {clause === undefined ? (
          <span className="text-muted">{leads ? t('nothingYetLeader') : t('nothingYet')}</span>
        ) : (
          <>
            <span className="text-muted">{t('underDiscussion')}</span>{' '}
            <strong className="font-semibold">
              {clause.citation === '' ? clause.opening : clause.citation}
            </strong>
            {news.stage === null ? null : (
              <span className="text-muted"> · {t(`leader.${news.stage.leader}`)}</span>
            )}
          </>
        )}
      </p>
      {leads ? (
        <div className="flex items-center gap-1.5">
          <Button onClick={() => props.onGo(at - 1)} disabled={at <= 0} title="Page Up">
            {t('previous')}
          </Button>
          <Button
            tone="primary"
            onClick={() => props.onGo(at + 1)}
            disabled={at >= clauses.length - 1}
            title="Page Down"
          >
            {at < 0 ? t('begin') : t('next')}
          </Button>
        </div>
      ) : (
        <Button aria-pressed={props.follows} onClick={() => props.onFollow(!props.follows)}>
          {props.follows ? t('following') : t('follow')}
        </Button>
      )}
      <div className="flex items-center gap-1">
        <Button title={t('smaller')} onClick={() => props.onSize(-1)} disabled={props.size === 0}>
          <span aria-hidden="true">A−</span>
          <span className="sr-only">{t('smaller')}</span>
        </Button>
        <Button
          title={t('larger')}
          onClick={() => props.onSize(1)}
          disabled={props.size === SIZES.length - 1}
        >
          <span aria-hidden="true">A+</span>
          <span className="sr-only">{t('larger')}</span>
        </Button>
        <LinkButton tone="quiet" href={props.backHref}>
          {t('leave')}
        </LinkButton>
      </div>
    </div>
  );
}
