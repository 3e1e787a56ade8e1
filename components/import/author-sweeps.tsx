'use client';

import { useId } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { CHOSEN, FIELDS, stepValue } from './review-form';

/** A claimed author, and how many changes are theirs. */
export interface ReviewAuthor {
  readonly author: string;
  readonly changes: number;
}

/** So many stand beside the acts on all changes; more are chosen from a list, those with the most changes first. */
const BESIDE = 4;

/** Takes or leaves everything of one claimed author, on all pages. Of one author alone there is nothing to tell apart. */
export function AuthorSweeps(props: { authors: readonly ReviewAuthor[]; isWorking: boolean }) {
  const { authors, isWorking } = props;
  if (authors.length < 2) return null;
  if (authors.length > BESIDE) return <AuthorChoice {...props} />;
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {authors.map((entry, index) => (
        <AuthorItem key={entry.author} {...entry} index={index} isWorking={isWorking} />
      ))}
    </ul>
  );
}

function AuthorChoice(props: { authors: readonly ReviewAuthor[]; isWorking: boolean }) {
  const t = useTranslations('import');
  const id = useId();
  return (
    <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <label htmlFor={id}>{t('review.byAuthor', { count: props.authors.length })}</label>
      <span className="w-80 max-w-full">
        <Select id={id} name={FIELDS.author}>
          {props.authors.map(({ author, changes }, index) => (
            <option key={author} value={index}>
              {t('review.option', { author: author === '' ? t('authors.unnamed') : author, count: changes })}
            </option>
          ))}
        </Select>
      </span>
      {([true, false] as const).map((take) => (
        <Button
          key={String(take)}
          type="submit"
          name={FIELDS.step}
          value={`${take ? 'take' : 'leave'} ${CHOSEN}`}
          disabled={props.isWorking}
        >
          {take ? t('review.takeChosen') : t('review.leaveChosen')}
        </Button>
      ))}
    </div>
  );
}

function AuthorItem(props: ReviewAuthor & { index: number; isWorking: boolean }) {
  const t = useTranslations('import');
  const author = props.author === '' ? t('authors.unnamed') : props.author;
  const sweep = (take: boolean) => (
    <button
      type="submit"
      name={FIELDS.step}
      value={stepValue({ do: 'sweep', sweep: { author: props.index, take } })}
      aria-label={take ? t('review.takeAll', { author }) : t('review.leaveAll', { author })}
      disabled={props.isWorking}
      className="import-link"
    >
      {take ? t('review.takeAuthor') : t('review.leaveAuthor')}
    </button>
  );
  return (
    <li className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1.5 [overflow-wrap:anywhere]">
      {t('review.author', { author, count: props.changes })} {sweep(true)} {sweep(false)}
    </li>
  );
}
