'use client';

import { type FormEvent, startTransition, useActionState, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ReviewPassage } from '@/domain/text/review-pages';
import type { FileKey, KeepChoices, ReviewFile } from './acts';
import { AuthorSweeps, type ReviewAuthor } from './author-sweeps';
import { CommentsChoice } from './comments-choice';
import { Passage } from './passage';
import { FIELDS, GO, stepValue } from './review-form';
import { ReviewTurns } from './review-turns';
import { useChoices } from './use-choices';

/**
 * One page of the tracked changes of a file, each to be taken or left. The page is a form: whatever it is sent for, its
 * choices are kept first, with or without its script (IM25).
 */
export function Review(props: {
  file: FileKey;
  page: number;
  pages: number;
  passages: readonly ReviewPassage[];
  /** Of how many passages all pages are. */
  allPassages: number;
  authors: readonly ReviewAuthor[];
  /** Numbers of the changes on this page that are left. */
  left: readonly number[];
  /** Of how many changes of all pages how many are taken. */
  taken: number;
  all: number;
  /** How many comments the file holds, and whether they come along. */
  comments: number;
  bringsComments: boolean;
  review: ReviewFile;
  keep: KeepChoices;
}) {
  const t = useTranslations('import');
  const locale = useLocale();
  const { file, page, pages, passages, left } = props;
  const form = useRef<HTMLFormElement>(null);
  const [state, dispatch, isWorking] = useActionState(props.review, { problem: null, comments: null });
  const [bringsComments, setBringsComments] = useState(state.comments ?? props.bringsComments);
  const [isImporting, setIsImporting] = useState(false);
  const wasLeft = useMemo(() => new Set(left), [left]);
  const choices = useChoices(form, wasLeft, state, props.keep);
  const shown = passages.flatMap(({ changes }) => changes.map(({ number }) => number));
  const taken =
    props.taken +
    [...choices.touched].reduce(
      (sum, [number, isTaken]) => sum + (isTaken === !wasLeft.has(number) ? 0 : isTaken ? 1 : -1),
      0,
    );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setIsImporting(data.get(FIELDS.step) === 'import');
    choices.carry();
    startTransition(() => dispatch(data));
  }

  return (
    <form
      ref={form}
      action={dispatch}
      onSubmit={submit}
      noValidate
      autoComplete="off"
      className="grid max-w-5xl gap-5"
    >
      {/* What Enter does: it must not be the first thing that happens to stand here. */}
      <button
        type="submit"
        name={FIELDS.step}
        value={GO}
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <input type="hidden" name={FIELDS.documentId} value={file.documentId} />
      <input type="hidden" name={FIELDS.file} value={file.id} />
      <input type="hidden" name={FIELDS.page} value={page} />
      <input type="hidden" name={FIELDS.shown} value={shown.join(' ')} />
      <input type="hidden" name={FIELDS.left} value={left.join(' ')} />
      <input type="hidden" name={FIELDS.touched} value={[...choices.touched.keys()].join(' ')} />
      <div className="import-bar">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="font-medium">
            {t('review.counter', { taken, all: props.all })}
          </p>
          {([true, false] as const).map((take) => (
            <Button
              key={String(take)}
              type="submit"
              name={FIELDS.step}
              value={stepValue({ do: 'sweep', sweep: { author: null, take } })}
              disabled={isWorking}
            >
              {take ? t('review.all') : t('review.none')}
            </Button>
          ))}
          <AuthorSweeps authors={props.authors} isWorking={isWorking} />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            name={FIELDS.step}
            value={stepValue({ do: 'import' })}
            tone="primary"
            disabled={isWorking}
            aria-busy={isWorking && isImporting}
          >
            {isWorking && isImporting ? t('review.applying') : t('review.apply', { taken })}
          </Button>
          <Button
            type="submit"
            name={FIELDS.step}
            value={stepValue({ do: 'back' })}
            tone="quiet"
            disabled={isWorking}
          >
            {t('review.back')}
          </Button>
          <p role="status" className="text-sm text-muted">
            {choices.state === 'same' ? null : t(`review.${choices.state}`)}
          </p>
        </div>
        <CommentsChoice count={props.comments} brings={bringsComments} onChange={setBringsComments} />
        {state.problem === null ? null : <Notice tone="error">{state.problem}</Notice>}
      </div>
      {pages < 2 ? null : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h3 id="changes" tabIndex={-1} className="scroll-mt-44 font-medium">
            {t('review.page', { page, pages })}
          </h3>
          <ReviewTurns page={page} pages={pages} isWorking={isWorking} goes />
        </div>
      )}
      <ol className="grid gap-4">
        {passages.map((passage, index) => (
          <Passage
            // biome-ignore lint/suspicious/noArrayIndexKey: passages of one page never change their order
            key={index}
            passage={passage}
            all={props.allPassages}
            isLeft={choices.isLeft}
            locale={locale}
            choose={choices.choose}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-4">
        <ReviewTurns page={page} pages={pages} isWorking={isWorking} />
      </div>
    </form>
  );
}
