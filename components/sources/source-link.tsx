import Link from 'next/link';
import { OutcomeBadge } from '@/components/brainstorm/outcome-line';
import type { ClauseSource } from '@/domain/brainstorm/trace';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** A source as one names it: its cluster, or that it is an input, with how the clause takes it up. */
export function SourceLink(props: { source: ClauseSource; roundId?: string; locale: Locale }) {
  const { cluster, inputIds, relation } = props.source;
  const t = translator(props.locale, 'sources');
  const roundId = cluster?.roundId ?? props.roundId;
  const words = cluster?.title ?? t('direct');
  const place = cluster?.id ?? inputIds[0] ?? '';
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {roundId === undefined ? (
        <span>{words}</span>
      ) : (
        <Link href={`/brainstorm/${roundId}#${place}`} prefetch={false} className="text-accent">
          {words}
        </Link>
      )}
      <OutcomeBadge outcome={relation} locale={props.locale} />
    </span>
  );
}
