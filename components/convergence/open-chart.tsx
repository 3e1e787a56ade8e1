import type { ReactNode } from 'react';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import type { RevisionFacts } from './chart';

/**
 * Open brackets, placeholders and clauses, a row for each revision: bars that grow shorter as the text comes together.
 * The numbers stand beside them, so nothing is told by length alone.
 */
export function OpenChart(props: { revisions: readonly RevisionFacts[]; locale: Locale }): ReactNode {
  const { revisions, locale } = props;
  const t = translator(locale, 'convergence');
  const format = formatter(locale);
  const most = Math.max(
    1,
    ...revisions.map(({ openBrackets, openPlaceholders }) => openBrackets + openPlaceholders),
  );
  const isOpen = revisions.some(({ openBrackets, openPlaceholders }) => openBrackets + openPlaceholders > 0);
  return (
    <figure className="rounded-lg border border-line bg-paper p-4 shadow-card sm:p-6">
      <figcaption className="mb-3 font-semibold">{t('open.title')}</figcaption>
      {isOpen ? (
        <ol className="grid gap-2">
          {revisions.map(({ key, name, openBrackets, openPlaceholders, openClauses }) => (
            <li
              key={key}
              className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]"
            >
              <span aria-hidden="true" className="text-sm font-medium">
                {name}
              </span>
              <span aria-hidden="true" className="flex items-center gap-2">
                <span
                  className="open-bar"
                  style={{ width: `${(openBrackets / most) * 60}%` }}
                  data-what="brackets"
                />
                <span
                  className="open-bar"
                  style={{ width: `${(openPlaceholders / most) * 60}%` }}
                  data-what="placeholders"
                />
                <span className="text-sm text-muted tabular-nums">
                  [{format.number(openBrackets)}]
                  {openPlaceholders > 0 ? ` […] ${format.number(openPlaceholders)}` : ''}
                </span>
              </span>
              <span className="sr-only">
                {t('open.row', {
                  version: name,
                  brackets: openBrackets,
                  placeholders: openPlaceholders,
                  clauses: openClauses,
                })}
              </span>
              <span aria-hidden="true" className="col-start-2 text-sm text-muted">
                {t('open.clauses')}: {format.number(openClauses)}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-muted">{t('open.none')}</p>
      )}
    </figure>
  );
}
