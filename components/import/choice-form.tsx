'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DropFile, FileKey, ImportFile } from './acts';
import { CommentsChoice } from './comments-choice';
import { reviewHref } from './review-form';

const WAYS = ['compare', 'review', 'none'] as const;
type Way = (typeof WAYS)[number];

/** How a file comes in. A file without tracked changes comes in one way. */
export function ChoiceForm(props: {
  file: FileKey;
  isTracked: boolean;
  /** How many comments the file holds. */
  comments: number;
  importFile: ImportFile;
  dropFile: DropFile;
}) {
  const t = useTranslations('import');
  const router = useRouter();
  const [way, setWay] = useState<Way>('compare');
  const [bringsComments, setBringsComments] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, start] = useTransition();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (way === 'review') {
      router.push(reviewHref(props.file.documentId, 1, bringsComments));
      return;
    }
    const take = way === 'none' ? 'none' : 'all';
    start(async () => setProblem(await props.importFile(props.file, take, bringsComments)));
  }

  const texts: Readonly<Record<Way, string>> = {
    compare: props.isTracked ? t('choice.compareTracked') : t('choice.compareText'),
    review: t('choice.reviewText'),
    none: t('choice.noneText'),
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-sm text-muted">{t('choice.lead')}</p>
      <fieldset className="grid gap-2" disabled={isWorking}>
        <legend className="sr-only">{t('choice.title')}</legend>
        {WAYS.filter((each) => props.isTracked || each === 'compare').map((each) => (
          <label key={each} className="import-way">
            <input
              type="radio"
              name="way"
              value={each}
              checked={way === each}
              onChange={() => setWay(each)}
            />
            <span>
              <span className="font-medium">{t(`choice.${each}`)}</span>
              <span className="block text-sm text-muted">{texts[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {way === 'review' ? null : (
        <CommentsChoice count={props.comments} brings={bringsComments} onChange={setBringsComments} />
      )}
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" disabled={isWorking} aria-busy={isWorking}>
          {isWorking ? t('choice.working') : way === 'review' ? t('choice.goReview') : t('choice.go')}
        </Button>
        <Button
          tone="quiet"
          disabled={isWorking}
          onClick={() =>
            start(async () => {
              setProblem(await props.dropFile(props.file));
              router.refresh();
            })
          }
        >
          {t('choice.drop')}
        </Button>
      </div>
    </form>
  );
}
