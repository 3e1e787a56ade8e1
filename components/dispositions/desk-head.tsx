import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import type { DeskClause } from './desk-props';

export function deskHref(documentId: string, clauseId: string): string {
  return `/documents/${encodeURIComponent(documentId)}/negotiation/${encodeURIComponent(clauseId)}`;
}

/** Which clause it is, and where to go from here. */
export function DeskHead(props: {
  documentId: string;
  clauseId: string;
  isStart: boolean;
  clause: DeskClause | null;
  previous: string | null;
  next: string | null;
  locale: Locale;
}): ReactNode {
  const { documentId, clauseId, clause, isStart, locale } = props;
  const t = translator(locale, 'dispositions');
  const page = `/documents/${encodeURIComponent(documentId)}`;
  const links = [
    { words: t('nav.previous'), href: props.previous === null ? null : deskHref(documentId, props.previous) },
    { words: t('nav.next'), href: props.next === null ? null : deskHref(documentId, props.next) },
    { words: t('nav.inText'), href: clause === null ? null : `${page}#${clauseId}` },
    { words: t('nav.history'), href: isStart ? null : `${page}/clauses/${encodeURIComponent(clauseId)}` },
    { words: t('nav.proposals'), href: `${page}/proposals` },
  ];
  const citation = clause?.citation ?? '';
  return (
    <header className="mb-5 grid gap-3">
      <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">
        {isStart
          ? t('headingStart')
          : citation === ''
            ? t('headingPlain')
            : t('heading', { clause: citation })}
      </h2>
      <p className="max-w-3xl text-sm text-muted">{t('lead')}</p>
      {clause === null && !isStart ? (
        <Notice tone="warn" title={t('gone.title')}>
          <p>{t('gone.body')}</p>
        </Notice>
      ) : null}
      <nav aria-label={t('nav.label')} className="no-print flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {links.map(({ words, href }) =>
          href === null ? null : (
            <Link key={words} href={href} prefetch={false} className="text-accent">
              {words}
            </Link>
          ),
        )}
      </nav>
    </header>
  );
}
