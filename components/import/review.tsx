'use client';

import Link from 'next/link';
import { useEffect, useMemo, useRef, useState, useTransition } from 'react';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ClaimedChange, MarkedParagraph } from '@/domain/text/tracked-changes';
import type { FileKey, ImportFile, KeepDecisions } from './acts';
import { CommentsChoice } from './comments-choice';
import { Passage } from './passage';

/** Waits until nobody has clicked for this long before choices are kept. */
const QUIET_MS = 500;
/** After a failure the server is asked again. */
const AGAIN_MS = 5000;

/** The tracked changes of a file, each to be taken or left. Choices are kept on the server as they are made. */
export function Review(props: {
  file: FileKey;
  changes: readonly ClaimedChange[];
  marked: readonly MarkedParagraph[];
  left: readonly number[];
  /** How many comments the file holds. */
  comments: number;
  keep: KeepDecisions;
  importFile: ImportFile;
}) {
  const t = useTranslations('import');
  const locale = useLocale();
  const { changes, marked, file, keep } = props;
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(props.left));
  const [bringsComments, setBringsComments] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, start] = useTransition();
  const state = useKept(file, left, keep);
  const authors = useMemo(() => [...new Set(changes.map(({ author }) => author))].sort(), [changes]);

  function choose(numbers: readonly number[], isTaken: boolean) {
    setLeft((before) => {
      const next = new Set(before);
      for (const number of numbers) {
        if (isTaken) next.delete(number);
        else next.add(number);
      }
      return next;
    });
  }

  const all = changes.map(({ number }) => number);
  const ofAuthor = (name: string) =>
    changes.filter(({ author }) => author === name).map(({ number }) => number);
  const taken = changes.length - left.size;
  return (
    <div className="grid max-w-5xl gap-5">
      <div className="import-bar">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-medium">{t('review.counter', { taken, all: changes.length })}</p>
          <Button onClick={() => choose(all, true)}>{t('review.all')}</Button>
          <Button onClick={() => choose(all, false)}>{t('review.none')}</Button>
          {authors.length < 2
            ? null
            : authors.map((author) => (
                <span key={author} className="inline-flex flex-wrap items-center gap-1.5 text-sm">
                  {t('review.author', { author: author === '' ? t('authors.unnamed') : author })}
                  <button
                    type="button"
                    className="import-link"
                    onClick={() => choose(ofAuthor(author), true)}
                  >
                    {t('review.takeAuthor')}
                  </button>
                  <button
                    type="button"
                    className="import-link"
                    onClick={() => choose(ofAuthor(author), false)}
                  >
                    {t('review.leaveAuthor')}
                  </button>
                </span>
              ))}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            tone="primary"
            disabled={isWorking}
            aria-busy={isWorking}
            onClick={() =>
              start(async () =>
                setProblem(await props.importFile(file, 'reviewed', [...left], bringsComments)),
              )
            }
          >
            {isWorking ? t('review.applying') : t('review.apply', { taken })}
          </Button>
          <Link href={`/documents/${file.documentId}/import`}>{t('review.back')}</Link>
          <p role="status" className="text-sm text-muted">
            {state === 'same' ? null : t(`review.${state}`)}
          </p>
        </div>
        <CommentsChoice count={props.comments} brings={bringsComments} onChange={setBringsComments} />
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      </div>
      <ol className="grid gap-4">
        {marked.map((paragraph, index) => (
          <Passage
            // biome-ignore lint/suspicious/noArrayIndexKey: passages of one file never change their order
            key={index}
            paragraph={paragraph}
            label={t('review.passage', { number: index + 1, all: marked.length })}
            changes={changes}
            left={left}
            locale={locale}
            choose={(number, isTaken) => choose([number], isTaken)}
          />
        ))}
      </ol>
    </div>
  );
}

/** Keeps choices on the server: some time after the last one, and again where that failed. */
function useKept(file: FileKey, left: ReadonlySet<number>, keep: KeepDecisions) {
  const [state, setState] = useState<'same' | 'saving' | 'saved' | 'unsaved'>('same');
  const [round, setRound] = useState(0);
  const kept = useRef(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again with the same choices
  useEffect(() => {
    if (kept.current === left) return;
    setState('saving');
    const timer = setTimeout(async () => {
      const answer = await keep(file, [...left]).catch(() => 'no answer');
      if (answer === null) {
        kept.current = left;
        setState('saved');
      } else {
        setState('unsaved');
        setTimeout(() => setRound((number) => number + 1), AGAIN_MS);
      }
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [file, left, keep, round]);
  return state;
}
