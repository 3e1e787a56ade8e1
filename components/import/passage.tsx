'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import type { ReviewPassage, ReviewRun } from '@/domain/text/review-pages';
import { beginning } from '@/domain/text/shortened';
import type { ClaimedChange } from '@/domain/text/tracked-changes';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { FIELDS } from './review-form';

const LONGEST_QUOTE = 80;

/** One paragraph as the file marks it, and the changes in it to be taken or left. */
export function Passage(props: {
  passage: ReviewPassage;
  /** Of how many passages the review is. */
  all: number;
  isLeft: (number: number) => boolean;
  locale: Locale;
  choose: (number: number, isTaken: boolean) => void;
}) {
  const t = useTranslations('import');
  const { passage, isLeft } = props;
  const place = { number: passage.number, all: props.all };
  return (
    <li
      className="import-passage"
      aria-label={passage.isContinued ? t('review.continued', place) : t('review.passage', place)}
    >
      <p className="import-words">
        {passage.isContinued ? '… ' : null}
        {passage.runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one passage never change their order
          <Run key={index} run={run} isLeft={run.changes.some(isLeft)} />
        ))}
      </p>
      {passage.changes.length === 0 ? null : (
        <ul className="import-decisions">
          {passage.changes.map((change) => (
            <Decision key={change.number} change={change} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Decision(props: {
  change: ClaimedChange;
  passage: ReviewPassage;
  isLeft: (number: number) => boolean;
  locale: Locale;
  choose: (number: number, isTaken: boolean) => void;
}) {
  const t = useTranslations('import');
  const { number, kind, at, author } = props.change;
  const when = at === null ? t('authors.undated') : sayInstant(props.locale, at);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          name={FIELDS.take}
          value={number}
          checked={!props.isLeft(number)}
          onChange={(event) => props.choose(number, event.currentTarget.checked)}
        />
        <span>
          <span className="font-medium">{t(`review.kind.${kind}`)}</span>{' '}
          <q>{quoteOf(props.passage, number)}</q>{' '}
          <span className="text-muted">
            {t('review.by', { author: author === '' ? t('authors.unnamed') : author, when })}
          </span>
        </span>
      </label>
    </li>
  );
}

function Run({ run, isLeft }: { run: ReviewRun; isLeft: boolean }) {
  const t = useTranslations('import');
  const words =
    run.omitted === 0 ? (
      run.text
    ) : (
      <>
        {run.text}
        <span className="font-sans text-sm text-muted"> {t('review.omitted', { count: run.omitted })} </span>
        {run.tail}
      </>
    );
  if (run.mark === 'none') return words;
  const isGone = run.mark === 'deleted' || run.mark === 'movedAway';
  const Mark = isGone ? 'del' : run.mark === 'formatted' ? 'span' : 'ins';
  return (
    <Mark className="import-run" data-mark={run.mark} data-left={isLeft} title={t(`review.${run.mark}`)}>
      {words}
    </Mark>
  );
}

function quoteOf(passage: ReviewPassage, number: number): string {
  const words = passage.runs
    .filter(({ changes }) => changes.includes(number))
    .map(({ text }) => text)
    .join('')
    .trim();
  return words.length <= LONGEST_QUOTE ? words : `${beginning(words, LONGEST_QUOTE)}…`;
}
