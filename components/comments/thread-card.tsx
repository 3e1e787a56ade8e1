'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Flag } from '@/components/ui/flag';
import type { CommentRing } from '@/domain/comments/rings';
import type { CommentView, ThreadView } from '@/domain/comments/view';
import type { ActAnswer, CommentActs } from './acts';
import { RingLabel, useRingName } from './ring-label';
import { sayWhen } from './say-when';
import { useWriting } from './use-writing';
import { WordsField } from './words-field';

/** What became of the words a conversation is about. */
export type WordsNow = 'there' | 'changed' | 'gone';

/** A conversation beside the text: its words, what was said, and what one may do. */
export function ThreadCard(props: {
  documentId: string;
  thread: ThreadView;
  wordsNow: WordsNow;
  language: string;
  isCurrent: boolean;
  onChoose: () => void;
  acts: CommentActs;
  refresh: () => Promise<void>;
  countryName: (code: string) => string;
}) {
  const t = useTranslations('comments');
  const ringName = useRingName(props.countryName);
  const { thread, documentId, acts, refresh } = props;
  const [error, setError] = useState('');
  const named = { documentId, threadId: thread.id };
  async function act(work: Promise<ActAnswer>) {
    const answer = await work.catch((): ActAnswer => ({ ok: false, message: t('failed') }));
    setError(answer.ok ? '' : answer.message);
    if (answer.ok) await refresh();
  }
  return (
    <article
      id={`comment-${thread.id}`}
      aria-label={t('thread.label', { words: short(thread.anchor.quote) })}
      aria-current={props.isCurrent}
      className={`grid gap-2 rounded-md border bg-paper p-3 text-sm shadow-card ${props.isCurrent ? 'border-accent' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <RingLabel ring={thread.ring} name={ringName(thread.ring, thread.country)} />
        {thread.resolved === null ? null : <Badge tone="done">{t('thread.resolved')}</Badge>}
      </div>
      <button
        type="button"
        onClick={props.onChoose}
        title={t('thread.show')}
        className="line-clamp-2 cursor-pointer border-l-2 border-warn pl-2 text-left font-serif text-muted hover:text-accent"
        lang={props.language}
      >
        {thread.anchor.quote}
      </button>
      {props.wordsNow === 'there' ? null : (
        <p className="text-xs text-warn">{t(props.wordsNow === 'gone' ? 'thread.gone' : 'thread.changed')}</p>
      )}
      <ol className="grid gap-2">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <Said
              comment={comment}
              onTakeBack={() => act(acts.takeBack({ ...named, commentId: comment.id }))}
            />
          </li>
        ))}
      </ol>
      {error === '' ? null : (
        <p role="alert" className="text-delete">
          {error}
        </p>
      )}
      {props.isCurrent && thread.mayAnswer ? (
        <AnswerForm documentId={documentId} thread={thread} acts={acts} refresh={refresh} />
      ) : null}
      <div className="flex flex-wrap gap-1">
        {!props.isCurrent && thread.mayAnswer ? (
          <Button tone="quiet" className="min-h-7! px-1.5! py-0!" onClick={props.onChoose}>
            {t('thread.answer')}
          </Button>
        ) : null}
        {thread.maySettle ? (
          <Button
            tone="quiet"
            className="min-h-7! px-1.5! py-0!"
            onClick={() => act(acts.settle({ ...named, resolved: thread.resolved === null }))}
          >
            {t(thread.resolved === null ? 'thread.resolve' : 'thread.reopen')}
          </Button>
        ) : null}
        {props.isCurrent
          ? thread.widerRings.map((ring) => (
              <WidenButton
                key={ring}
                ring={ring}
                name={ringName(ring, thread.country)}
                onWiden={() => act(acts.widen({ ...named, to: ring }))}
              />
            ))
          : null}
      </div>
    </article>
  );
}

function Said(props: { comment: CommentView; onTakeBack: () => void }) {
  const t = useTranslations('comments');
  const locale = useLocale();
  const { comment } = props;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <Flag country={comment.country} size={10} />
        <span className="font-medium">{comment.by}</span>
        <time dateTime={comment.at} className="text-xs text-muted">
          {sayWhen(locale, comment.at)}
        </time>
        {comment.isMine && comment.words !== null ? (
          <button
            type="button"
            className="ml-auto cursor-pointer text-xs text-muted underline-offset-2 hover:text-accent hover:underline"
            onClick={props.onTakeBack}
          >
            {t('thread.takeBack')}
          </button>
        ) : null}
      </p>
      {comment.words === null ? (
        <p className="text-muted italic">{t('thread.takenBack')}</p>
      ) : (
        <p className="mt-1 break-words whitespace-pre-line">{comment.words}</p>
      )}
    </>
  );
}

function AnswerForm(props: {
  documentId: string;
  thread: ThreadView;
  acts: CommentActs;
  refresh: () => Promise<void>;
}) {
  const t = useTranslations('comments');
  const { documentId, thread, acts } = props;
  const writing = useWriting(documentId, thread.ring, acts, thread.id);
  const send = async () => {
    const sent = await writing.send((written) =>
      acts.answer({ documentId, threadId: thread.id, ...written }),
    );
    if (sent) await props.refresh();
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <WordsField
        label={t('thread.yourAnswer')}
        value={writing.words}
        onChange={writing.setWords}
        people={writing.people}
        onWantPeople={writing.wantPeople}
        onSend={() => void send()}
        error={writing.error}
      />
      <div>
        <Button type="submit" disabled={writing.isSending} aria-busy={writing.isSending}>
          {t('thread.answer')}
        </Button>
      </div>
    </form>
  );
}

/** Showing a conversation to more people cannot be taken back, so it is asked twice. */
function WidenButton(props: { ring: CommentRing; name: string; onWiden: () => void }) {
  const t = useTranslations('comments');
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button tone="quiet" className="min-h-7! px-1.5! py-0!" onClick={() => setAsking(true)}>
        {t(`widen.${props.ring === 'tabled' ? 'tabled' : 'delegation'}`)}
      </Button>
    );
  }
  return (
    <div role="alert" className="grid w-full gap-2 rounded-md bg-warn-soft p-2">
      <p>{t('widen.ask', { ring: props.name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={props.onWiden}>{t('widen.yes')}</Button>
        <Button tone="quiet" onClick={() => setAsking(false)}>
          {t('widen.no')}
        </Button>
      </div>
    </div>
  );
}

const SHORT = 60;

function short(words: string): string {
  return words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words;
}
