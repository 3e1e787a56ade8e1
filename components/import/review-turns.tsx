'use client';

import { useId } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button, buttonClass } from '@/components/ui/button';
import { TextInput } from '@/components/ui/field';
import { FIELDS, GO, stepValue } from './review-form';

/** Turns the pages of a review: buttons of its form and no links, so that the choices on this page go along. */
export function ReviewTurns(props: {
  page: number;
  pages: number;
  isWorking: boolean;
  /** Whether one can also go to a page by its number. */
  goes?: boolean;
}) {
  const t = useTranslations('import');
  const id = useId();
  const { page, pages, isWorking } = props;
  if (pages < 2) return null;
  const turn = (to: number, words: string) => (
    <Button
      type="submit"
      name={FIELDS.step}
      value={stepValue({ do: 'turn', to })}
      disabled={isWorking || to < 1 || to > pages}
    >
      {words}
    </Button>
  );
  return (
    <>
      {turn(page - 1, t('review.previous'))}
      {turn(page + 1, t('review.next'))}
      {props.goes === true && pages > 2 ? (
        <span className="inline-flex items-center gap-2 text-sm">
          <label htmlFor={id}>{t('review.to')}</label>
          <span className="w-20">
            <TextInput
              id={id}
              name={FIELDS.to}
              type="number"
              inputMode="numeric"
              min={1}
              max={pages}
              defaultValue={page}
            />
          </span>
          <button
            type="submit"
            name={FIELDS.step}
            value={GO}
            disabled={isWorking}
            className={buttonClass('quiet')}
          >
            {t('review.go')}
          </button>
        </span>
      ) : null}
    </>
  );
}
