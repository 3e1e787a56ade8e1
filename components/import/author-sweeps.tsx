'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Disclosure } from '@/components/ui/disclosure';
import { changesOf } from '@/domain/text/claimed-authors';
import type { ClaimedAuthor } from '@/domain/text/tracked-changes';
import { FOLDED_FROM } from './limits';
import { FIELDS, stepValue } from './review-form';

/** So many stand beside the acts on all changes; more open below. */
const BESIDE = 4;

/** Takes or leaves everything of one claimed author, on all pages. Of one author alone there is nothing to tell apart. */
export function AuthorSweeps(props: { authors: readonly ClaimedAuthor[]; isWorking: boolean }) {
  const t = useTranslations('import');
  const { authors } = props;
  if (authors.length < 2) return null;
  const rows = authors.map((entry, index) => ({ entry, index }));
  const draw = (some: typeof rows) =>
    some.map(({ entry, index }) => (
      <AuthorRow key={entry.author} {...entry} index={index} isWorking={props.isWorking} />
    ));
  if (authors.length <= BESIDE) {
    return <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">{draw(rows)}</ul>;
  }
  const rest = rows.slice(FOLDED_FROM);
  return (
    <Disclosure summary={t('review.byAuthor', { count: authors.length })} className="w-full">
      <div className="max-h-[40vh] overflow-y-auto">
        <ul className="grid gap-1 text-sm sm:grid-cols-2">{draw(rows.slice(0, FOLDED_FROM))}</ul>
        {rest.length === 0 ? null : (
          <Disclosure quiet summary={t('authors.more', { count: rest.length })} className="mt-2">
            <ul className="grid gap-1 text-sm sm:grid-cols-2">{draw(rest)}</ul>
          </Disclosure>
        )}
      </div>
    </Disclosure>
  );
}

function AuthorRow(props: ClaimedAuthor & { index: number; isWorking: boolean }) {
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
      {t('review.author', { author, count: changesOf(props) })} {sweep(true)} {sweep(false)}
    </li>
  );
}
