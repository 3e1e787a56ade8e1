'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/field';
import { FoundLine } from './found-line';
import type { SearchWords } from './search-button';
import type { FoundItem } from './types';

const PAUSE = 160;

/** A box to type in and the finds below it; arrow keys go from one to the next, Enter opens it. */
export function Palette(props: { words: SearchWords; onClose: () => void }) {
  const { words } = props;
  const router = useRouter();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState(0);
  const { found, state } = useFinds(question);
  useEffect(() => box.current?.focus(), []);
  const go = (href: string) => {
    props.onClose();
    router.push(href);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % found.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const item = found[chosen];
      go(item === undefined ? `/search?q=${encodeURIComponent(question)}` : item.href);
    }
  };
  return (
    <Dialog open onClose={props.onClose} title={words.title} wide>
      <TextInput
        ref={box}
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-finds`}
        aria-activedescendant={found[chosen] === undefined ? undefined : `${id}-${chosen}`}
        aria-label={words.placeholder}
        placeholder={words.placeholder}
        value={question}
        maxLength={200}
        onKeyDown={onKey}
        onChange={(event) => {
          setQuestion(event.target.value);
          setChosen(0);
        }}
      />
      <div id={`${id}-finds`} role="listbox" aria-label={words.title} className="grid gap-0.5">
        {found.map((item, index) => (
          <div
            key={`${item.kind} ${item.documentId} ${item.refId}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onClick={() => go(item.href)}
            onKeyDown={onKey}
            onPointerMove={() => setChosen(index)}
            className="grid cursor-pointer gap-0.5 rounded-md px-3 py-2 aria-selected:bg-accent-soft"
          >
            <FoundLine item={item} kind={words.kinds[item.kind] ?? item.kind} />
          </div>
        ))}
      </div>
      <p role="status" className="text-sm text-muted">
        {state === 'failed'
          ? words.failed
          : question.trim() === ''
            ? words.hint
            : found.length === 0 && state === 'done'
              ? words.none
              : ''}
      </p>
      {found.length === 0 ? null : (
        <button
          type="button"
          className="justify-self-start text-sm text-accent underline underline-offset-2"
          onClick={() => go(`/search?q=${encodeURIComponent(question)}`)}
        >
          {words.all}
        </button>
      )}
    </Dialog>
  );
}

/** Asks once typing has paused; a later question's answer is never overtaken by an earlier one's. */
function useFinds(question: string) {
  const [answer, setAnswer] = useState<{ found: readonly FoundItem[]; state: 'idle' | 'done' | 'failed' }>({
    found: [],
    state: 'idle',
  });
  useEffect(() => {
    if (question.trim() === '') {
      setAnswer({ found: [], state: 'idle' });
      return;
    }
    const given = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/search?q=${encodeURIComponent(question)}`, { signal: given.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          const { found } = (await response.json()) as { found: FoundItem[] };
          setAnswer({ found, state: 'done' });
        })
        .catch(() => {
          if (!given.signal.aborted) setAnswer({ found: [], state: 'failed' });
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [question]);
  return answer;
}
