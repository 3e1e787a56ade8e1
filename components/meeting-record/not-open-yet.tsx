import Link from 'next/link';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Why nothing can be recorded of a meeting that is not in session yet, and for whoever opens it the way there. */
export function NotOpenYet(props: { meetingId: string; words: string; mayOpen: boolean; locale: Locale }) {
  const t = translator(props.locale, 'actions');
  return (
    <p className="mt-2 text-sm text-muted">
      {props.words}{' '}
      {props.mayOpen ? (
        <Link href={`/meetings/${props.meetingId}`} className="text-accent">
          {t('decisions.toOpen')}
        </Link>
      ) : null}
    </p>
  );
}
