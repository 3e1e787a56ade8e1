import { Section } from '@/components/ui/page';
import { clausesOf, clauseText } from '@/domain/text/clauses';
import type { CommentThread } from '@/domain/text/comment-thread';
import type { DocumentJson } from '@/domain/text/document-json';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Comments of the file that a version came from. Names and hours are the file's. */
export function FileComments(props: {
  fileName: string;
  threads: readonly CommentThread[];
  text: DocumentJson;
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'import');
  const clauses = clausesOf(props.text);
  return (
    <Section title={t('comments.title')} id="comments">
      <p className="mb-3 text-sm text-muted">{t('comments.lead', { file: props.fileName })}</p>
      <ol className="grid gap-4">
        {props.threads.map((thread) => {
          const clause = clauses[thread.clause];
          const words = clause === undefined ? '' : clauseText(clause).slice(thread.from, thread.to);
          return (
            <li key={`${thread.clause} ${thread.from} ${thread.comments[0]?.at} ${thread.comments[0]?.text}`}>
              <p className="text-sm text-muted">
                {words === '' ? t('comments.place') : t('comments.about', { words: words.slice(0, 120) })}
                {thread.resolved ? ` · ${t('comments.resolved')}` : null}
              </p>
              <ul className="mt-1 grid gap-1.5 border-l-2 border-line pl-3">
                {thread.comments.map((comment) => (
                  <li key={`${comment.author} ${comment.at} ${comment.text}`}>
                    <span className="text-sm font-medium">
                      {comment.author === '' ? t('authors.unnamed') : comment.author}
                      {comment.at === null ? null : `, ${sayInstant(locale, comment.at)}`}
                    </span>
                    <p className="whitespace-pre-line">{comment.text}</p>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
