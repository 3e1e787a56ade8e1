import Link from 'next/link';
import type { OpenQuestion } from '@/domain/procedure/open-questions';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** What the room should know before it decides: brackets, empty clauses, changes since the last revision. */
export function QuestionList(props: {
  documentId: string;
  questions: readonly OpenQuestion[];
  lastRevision: { readonly number: number; readonly revision: number | null } | null;
  changedSinceRevision: boolean;
  language: string;
  locale: Locale;
}) {
  const t = translator(props.locale, 'adoption');
  const { lastRevision } = props;
  const hasNone = props.questions.length === 0 && lastRevision !== null && !props.changedSinceRevision;
  if (hasNone) return <p className="text-insert">{t('questions.none')}</p>;
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t('questions.note')}</p>
      <ul className="grid gap-2.5">
        {lastRevision === null ? <li>{t('questions.noRevision')}</li> : null}
        {lastRevision !== null && props.changedSinceRevision ? (
          <li>
            {t('questions.changed', { revision: lastRevision.revision ?? 0 })}{' '}
            <Link
              href={`/documents/${props.documentId}/compare?from=${lastRevision.number}&to=now`}
              className="text-accent underline underline-offset-2"
            >
              {t('questions.compare')}
            </Link>
          </li>
        ) : null}
        {props.questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text stands still, so does the list
          <li key={index}>
            <span className="font-medium">
              {question.citation === '' ? t(`questions.place.${question.clauseKind}`) : question.citation}
            </span>
            {': '}
            {t(`questions.${question.kind}`)}
            {question.excerpt === '' ? null : (
              <q lang={props.language} className="ml-1.5 font-serif break-words">
                {question.excerpt}
              </q>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
