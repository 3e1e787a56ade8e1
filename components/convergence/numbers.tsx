import Link from 'next/link';
import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { type RevisionFacts, sayDate } from './chart';

/** What the chart shows, as a table. */
export function ConvergenceNumbers(props: {
  revisions: readonly RevisionFacts[];
  locale: Locale;
}): ReactNode {
  const { locale } = props;
  const t = translator(locale, 'convergence');
  const format = formatter(locale);
  const count = (revision: RevisionFacts, words: number | null) => {
    if (words !== null) return format.number(words);
    return revision.href === null ? '–' : t('table.uncounted');
  };
  return (
    <Table
      caption={t('table.caption')}
      head={[
        t('table.revision'),
        t('table.date'),
        t('table.inserted'),
        t('table.deleted'),
        t('table.words'),
        t('table.standing'),
        t('open.brackets'),
        t('open.placeholders'),
        t('open.clauses'),
        t('table.compare'),
      ]}
    >
      {props.revisions.map((revision) => (
        <tr key={revision.key}>
          <th scope="row" className="text-left font-medium whitespace-nowrap">
            {revision.name}
          </th>
          <td className="whitespace-nowrap">{sayDate(revision.at, locale)}</td>
          <td className="tabular-nums">{count(revision, revision.inserted)}</td>
          <td className="tabular-nums">{count(revision, revision.deleted)}</td>
          <td className="tabular-nums">{format.number(revision.words)}</td>
          <td className="tabular-nums">
            {revision.standing === null
              ? '–'
              : format.number(revision.standing, { style: 'percent', maximumFractionDigits: 1 })}
          </td>
          <td className="tabular-nums">{format.number(revision.openBrackets)}</td>
          <td className="tabular-nums">{format.number(revision.openPlaceholders)}</td>
          <td className="tabular-nums">{format.number(revision.openClauses)}</td>
          <td>
            {revision.href === null ? (
              <span className="text-muted">{t('table.firstText')}</span>
            ) : (
              <Link href={revision.href} prefetch={false} className="text-accent">
                <span aria-hidden="true">{t('table.show')}</span>
                <span className="sr-only">{t('table.showOf', { version: revision.name })}</span>
              </Link>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
