'use client';

import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import type { CommentRing } from '@/domain/comments/rings';
import type { ActAnswer, CommentActs, Mentionable } from './acts';
import { mentionedIn } from './mentions';

type Act = (written: { words: string; mentions: string[] }) => Promise<ActAnswer>;

/** What is being written, also while its form is off the screen: a conversation may be settled meanwhile. */
const kept = new Map<string, string>();

/**
 * The words of a comment while they are written: whom they may mention, whether they are on their way, why not. `about`
 * names what they belong to: a conversation, or a new one on a document.
 */
export function useWriting(documentId: string, ring: CommentRing, acts: CommentActs, about: string) {
  const t = useTranslations('comments');
  const [words, show] = useState(() => kept.get(about) ?? '');
  const setWords = (next: string) => {
    if (next === '') kept.delete(about);
    else kept.set(about, next);
    show(next);
  };
  const [people, setPeople] = useState<{ ring: CommentRing; list: readonly Mentionable[] } | null>(null);
  const [error, setError] = useState('');
  const [isSending, setSending] = useState(false);
  const known = people?.ring === ring ? people.list : null;

  async function send(act: Act): Promise<boolean> {
    if (isSending) return false;
    if (words.trim() === '') {
      setError(t('form.empty'));
      return false;
    }
    setSending(true);
    setError('');
    const answer = await written(act).catch((): ActAnswer => ({ ok: false, message: t('failed') }));
    setSending(false);
    // What was typed on meanwhile is another comment.
    if (answer.ok && kept.get(about) === words) setWords('');
    else if (!answer.ok) setError(answer.message);
    return answer.ok;
  }

  /** Names typed without help, or before another ring was chosen, are looked up before the words go. */
  async function written(act: Act): Promise<ActAnswer> {
    const list = !words.includes('@') ? [] : (known ?? (await acts.mentionable({ documentId, ring })));
    return act({ words, mentions: mentionedIn(words, list) });
  }

  return {
    words,
    setWords,
    error,
    isSending,
    people: known,
    wantPeople: () => {
      acts.mentionable({ documentId, ring }).then(
        (list) => setPeople({ ring, list }),
        () => setPeople(null),
      );
    },
    send,
  };
}
