'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import type { CommentRing } from '@/domain/comments/rings';

/** A lock, two people, a circle of everybody: each beside its words. */
const PATHS: Readonly<Record<CommentRing, string>> = {
  mine: 'M5 8.2V6a4 4 0 0 1 8 0v2.2M4 8.2h10v6.6H4z',
  delegation:
    'M6.4 8.4a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M2 14.4c0-5 8.8-5 8.8 0M12.2 8.2a2 2 0 0 0 0-4M13 10.4c2 .4 3 1.8 3 4',
  tabled:
    'M9 2.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 9 2.8M2.8 9h12.4M9 2.8c-3.6 4-3.6 8.4 0 12.4M9 2.8c3.6 4 3.6 8.4 0 12.4',
};

/** Who sees a conversation: “Only you”, “Thailand only”, “Everybody”. */
export function useRingName(countryName: (code: string) => string) {
  const t = useTranslations('comments');
  return (ring: CommentRing, country: string | null) =>
    ring === 'delegation'
      ? t('ring.delegation', { delegation: country === null ? '' : countryName(country) })
      : t(`ring.${ring}`);
}

export function RingLabel(props: { ring: CommentRing; name: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1 text-xs font-medium ${props.ring === 'tabled' ? 'text-muted' : 'text-warn'}`}
    >
      <svg width={13} height={13} viewBox="0 0 18 18" fill="none" aria-hidden="true" className="shrink-0">
        <path
          d={PATHS[props.ring]}
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {props.name}
    </span>
  );
}
