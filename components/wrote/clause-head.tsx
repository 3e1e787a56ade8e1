import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { NamedClause } from '@/domain/text/ledger/history';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { clauseHref } from './clause-href';

/** Which clause it is, whether it still stands, where to go from here. */
export function ClauseHead(props: {
  documentId: string;
  clause: NamedClause;
  previous: string | null;
  next: string | null;
  /** The number of the adopted version, where the text can no longer be edited; else null. */
  adopted: number | null;
  locale: Locale;
}): ReactNode {
  const { documentId, clause, adopted, locale } = props;
  const t = translator(locale, 'wrote');
  const text = adopted === null ? `/documents/${documentId}` : `/documents/${documentId}/versions/${adopted}`;
  const neighbours = [
    { id: props.previous, words: t('nav.previous') },
    { id: props.next, words: t('nav.next') },
  ];
  return (
    <header className="mb-5 grid gap-3">
      <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">
        {t('title', { clause: clause.citation === '' ? t('unnumbered') : clause.citation })}
      </h2>
      <p className="max-w-3xl text-sm text-muted">{t('lead')}</p>
      {clause.stands ? null : (
        <Notice tone="warn" title={t('gone.title')}>
          <p>{t('gone.body')}</p>
        </Notice>
      )}
      <nav aria-label={t('nav.label')} className="no-print flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {neighbours.map(({ id, words }) =>
          id === null ? null : (
            <Link key={words} href={clauseHref(documentId, id)} prefetch={false} className="text-accent">
              {words}
            </Link>
          ),
        )}
        {clause.stands ? (
          <Link href={`${text}#${clause.id}`} prefetch={false} className="text-accent">
            {t(adopted === null ? 'nav.inText' : 'nav.inVersion')}
          </Link>
        ) : null}
      </nav>
    </header>
  );
}
