'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/field';
import { FoundLine } from './found-line';
import type { SearchWords } from './search-button';
import type { FoundItem, NamedPage } from './types';

const PAUSE = 160;

/** A box to type in and the finds below it; arrow keys go from one to the next, Enter opens it. */
export function Palette(props: { words: SearchWords; pages: readonly NamedPage[]; onClose: () => void }) {
  const { words } = props;
  const router = useRouter();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState(0);
  const { found, state } = useFinds(question);
  const pages = pagesNamed(props.pages, question);
  const places = [...pages, ...found];
  useEffect(() => box.current?.focus(), []);
  const go = (href: string) => {
    props.onClose();
    router.push(href);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && places.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + places.length) % places.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const item = places[chosen];
      go(item === undefined ? `/search?q=${encodeURIComponent(question)}` : item.href);
    }
  };
  return (
    <Dialog open onClose={props.onClose} title={words.title} wide>
      <TextInput
        ref={box}
        type="search"
        role="combobox"
        aria-expanded={places.length > 0}
        aria-controls={`${id}-finds`}
        aria-activedescendant={places[chosen] === undefined ? undefined : `${id}-${chosen}`}
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
        {places.map((place, index) => (
          <div
            key={'kind' in place ? `${place.kind} ${place.documentId} ${place.refId}` : place.href}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onClick={() => go(place.href)}
            onKeyDown={onKey}
            onPointerMove={() => setChosen(index)}
            className="grid cursor-pointer gap-0.5 rounded-md px-3 py-2 aria-selected:bg-accent-soft"
          >
            {'kind' in place ? (
              <FoundLine item={place} kind={words.kinds[place.kind] ?? place.kind} />
            ) : (
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-[0.8125rem] text-muted">{words.page}</span>
                <span className="font-medium">{place.name}</span>
              </span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className="text-sm text-muted">
        {state === 'failed'
          ? words.failed
          : question.trim() === ''
            ? words.hint
            : places.length === 0 && state === 'done'
              ? words.none
              : ''}
      </p>
      {found.length === 0 ? null : (
        <button
          type="button"
          className="justify-self-start text-sm text-accent no-underline hover:underline"
          onClick={() => go(`/search?q=${encodeURIComponent(question)}`)}
        >
          {words.all}
        </button>
      )}
    </Dialog>
  );
}

/** The pages whose names hold all of these words; while nothing is asked, every page. */
function pagesNamed(pages: readonly NamedPage[], question: string): readonly NamedPage[] {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return pages.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

interface Finds {
  readonly found: readonly FoundItem[];
  readonly state: 'idle' | 'done' | 'failed';
}

const NO_FINDS: Finds = { found: [], state: 'idle' };

/** Asks once typing has paused; what was found for another question is never shown as the answer to this one. */
function useFinds(question: string) {
  const [answer, setAnswer] = useState<Finds & { readonly question: string }>({ ...NO_FINDS, question });
  useEffect(() => {
    if (question.trim() === '') {
      return;
    }
    const given = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/search?q=${encodeURIComponent(question)}`, { signal: given.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          const { found } = (await response.json()) as { found: FoundItem[] };
          setAnswer({ found, state: 'done', question });
        })
        .catch(() => {
          if (!given.signal.aborted) setAnswer({ found: [], state: 'failed', question });
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [question]);
  return answer.question === question ? answer : NO_FINDS;
}
