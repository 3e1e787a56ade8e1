'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import type { ClaimedChange, MarkedParagraph, MarkedRun } from '@/domain/text/tracked-changes';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';

const LONGEST_QUOTE = 80;

/** One paragraph as the file marks it, and the changes in it to be taken or left. */
export function Passage(props: {
  paragraph: MarkedParagraph;
  label: string;
  changes: readonly ClaimedChange[];
  left: ReadonlySet<number>;
  locale: Locale;
  choose: (number: number, isTaken: boolean) => void;
}) {
  const t = useTranslations('import');
  const { paragraph, left } = props;
  const numbers = [...new Set(paragraph.runs.flatMap(({ changes }) => changes))];
  return (
    <li className="import-passage" aria-label={props.label}>
      <p className="import-words">
        {paragraph.runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one paragraph never change their order
          <Run key={index} run={run} isLeft={run.changes.some((change) => left.has(change))} />
        ))}
      </p>
      <ul className="import-decisions">
        {numbers.map((number) => {
          const change = props.changes[number];
          if (change === undefined) return null;
          const author = change.author === '' ? t('authors.unnamed') : change.author;
          const when = change.at === null ? t('authors.undated') : sayInstant(props.locale, change.at);
          return (
            <li key={number}>
              <label>
                <input
                  type="checkbox"
                  checked={!left.has(number)}
                  onChange={(event) => props.choose(number, event.currentTarget.checked)}
                />
                <span>
                  <span className="font-medium">{t(`review.kind.${change.kind}`)}</span>{' '}
                  <q>{quoteOf(paragraph, number)}</q>{' '}
                  <span className="text-muted">{t('review.by', { author, when })}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

function Run({ run, isLeft }: { run: MarkedRun; isLeft: boolean }) {
  const t = useTranslations('import');
  if (run.mark === 'none') return run.text;
  const isGone = run.mark === 'deleted' || run.mark === 'movedAway';
  const Mark = isGone ? 'del' : run.mark === 'formatted' ? 'span' : 'ins';
  return (
    <Mark className="import-run" data-mark={run.mark} data-left={isLeft} title={t(`review.${run.mark}`)}>
      {run.text}
    </Mark>
  );
}

function quoteOf(paragraph: MarkedParagraph, number: number): string {
  const words = paragraph.runs
    .filter(({ changes }) => changes.includes(number))
    .map(({ text }) => text)
    .join('')
    .trim();
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}
