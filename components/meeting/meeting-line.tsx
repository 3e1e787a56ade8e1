import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Flag } from '@/components/ui/flag';
import type { MeetingState, MeetingTier } from '@/domain/procedure/states';
import { sayDays } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** A meeting as lists show it (server/queries/meetings: MeetingLine). */
export interface MeetingLineData {
  readonly id: string;
  readonly series: string;
  readonly tier: MeetingTier;
  readonly title: string;
  readonly titleThai: string;
  readonly place: string;
  readonly hostCountry: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: MeetingState;
}

export function meetingTone(status: MeetingState): 'accent' | 'neutral' | 'done' {
  return status === 'open' ? 'accent' : 'neutral';
}

export function MeetingLine(props: {
  meeting: MeetingLineData;
  locale: Locale;
  compact?: boolean;
  level?: 2 | 3;
}) {
  const { meeting, locale } = props;
  const t = translator(locale, 'common');
  const isCompact = props.compact === true;
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <article className="relative grid gap-1 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
        <span>{t(`tier.${meeting.tier}`)}</span>
        <Badge tone={meetingTone(meeting.status)}>{t(`meetingState.${meeting.status}`)}</Badge>
      </div>
      <Heading className={`font-serif leading-snug font-semibold ${isCompact ? 'text-base' : 'text-lg'}`}>
        <Link
          href={`/meetings/${meeting.id}`}
          className="no-underline after:absolute after:inset-0 hover:text-accent hover:underline"
        >
          {nameIn(locale, meeting.title, meeting.titleThai)}
        </Link>
      </Heading>
      <p className="text-sm text-muted">
        {sayDays(locale, meeting.startsOn, meeting.endsOn)}
        <span className="mx-1.5" aria-hidden="true">
          ·
        </span>
        <Flag country={meeting.hostCountry} size={10} /> {meeting.place}
      </p>
    </article>
  );
}
