import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export const TEXT_VIEWS = ['text', 'clean', 'compilation', 'delegation', 'brackets'] as const;
export type TextViewName = (typeof TEXT_VIEWS)[number];

export function viewHref(documentId: string, view: TextViewName): string {
  const document = `/documents/${encodeURIComponent(documentId)}`;
  return view === 'text' ? document : `${document}/views/${view}`;
}

/** The views of one text, one click apart; quiet, since the text itself is what one came for. */
export function ViewSwitch(props: { documentId: string; here: TextViewName; locale: Locale }): ReactNode {
  const { documentId, here, locale } = props;
  const t = translator(locale, 'brackets');
  return (
    <nav aria-label={t('views.label')} className="no-print flex flex-wrap gap-x-1 gap-y-1 text-sm">
      {TEXT_VIEWS.map((view) => (
        <Link
          key={view}
          href={viewHref(documentId, view)}
          prefetch={false}
          aria-current={view === here ? 'page' : undefined}
          className="rounded px-2.5 py-1 text-muted no-underline hover:bg-accent-soft hover:text-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
