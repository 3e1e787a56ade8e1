'use client';

import { useEffect, useId, useRef } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { Anchor } from '@/domain/comments/anchor';
import type { CommentRing } from '@/domain/comments/rings';
import type { CommentActs } from './acts';
import { useRingName } from './ring-label';
import { useWriting } from './use-writing';
import { WordsField } from './words-field';

/** A clause as one chooses it where no words are selected. */
export interface ClauseChoice {
  readonly id: string;
  readonly words: string;
}

/** Opens a conversation: about the selected words, or about a clause that one chooses. */
export function CommentForm(props: {
  documentId: string;
  anchor: Anchor | null;
  clauses: readonly ClauseChoice[];
  onClause: (clauseId: string) => void;
  rings: readonly CommentRing[];
  ring: CommentRing;
  onRing: (ring: CommentRing) => void;
  delegation: string | null;
  language: string;
  acts: CommentActs;
  countryName: (code: string) => string;
  onDone: (threadId: string | null) => void;
}) {
  const t = useTranslations('comments');
  const ringName = useRingName(props.countryName);
  const { documentId, anchor, ring, acts } = props;
  const writing = useWriting(documentId, ring, acts, `new ${documentId}`);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, []);
  const send = async () => {
    if (anchor === null) return;
    let opened = '';
    const sent = await writing.send(async (written) => {
      const answer = await acts.open({ documentId, anchor, ring, ...written });
      if (answer.ok) opened = answer.threadId ?? '';
      return answer;
    });
    if (sent) props.onDone(opened);
  };
  return (
    <form
      ref={form}
      aria-label={t('form.title')}
      className="grid gap-3 rounded-md border border-accent bg-paper p-3 text-sm shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onDone(null);
      }}
    >
      {props.clauses.length === 0 ? (
        <p className="line-clamp-3 border-l-2 border-warn pl-2 font-serif text-muted" lang={props.language}>
          {anchor?.quote}
        </p>
      ) : (
        <div className="grid gap-1">
          <label htmlFor={`${id}-clause`} className="font-medium">
            {t('form.clause')}
          </label>
          <Select
            id={`${id}-clause`}
            value={anchor?.clauseId ?? ''}
            onChange={(event) => props.onClause(event.target.value)}
          >
            <option value="">{t('form.choose')}</option>
            {props.clauses.map((clause) => (
              <option key={clause.id} value={clause.id}>
                {clause.words.slice(0, 70)}
              </option>
            ))}
          </Select>
        </div>
      )}
      <WordsField
        label={t('form.words')}
        value={writing.words}
        onChange={writing.setWords}
        people={writing.people}
        onWantPeople={writing.wantPeople}
        onSend={() => void send()}
        error={writing.error}
      />
      <div className="grid gap-1">
        <label htmlFor={`${id}-ring`} className="font-medium">
          {t('form.ring')}
        </label>
        <Select
          id={`${id}-ring`}
          value={ring}
          onChange={(event) => props.onRing(event.target.value as CommentRing)}
        >
          {props.rings.map((choice) => (
            <option key={choice} value={choice}>
              {ringName(choice, props.delegation)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          tone="primary"
          disabled={writing.isSending || anchor === null}
          aria-busy={writing.isSending}
        >
          {t('form.send')}
        </Button>
        <Button
          tone="quiet"
          onClick={() => {
            writing.setWords('');
            props.onDone(null);
          }}
        >
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
