'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { TextArea } from '@/components/ui/field';
import { Flag } from '@/components/ui/flag';
import type { Mentionable } from './acts';
import { nameBeingTyped, peopleNamed, withName } from './mentions';

/** Where one writes a comment. “@” offers the people who may see it, and nobody else. */
export function WordsField(props: {
  label: string;
  value: string;
  onChange: (words: string) => void;
  /** Asked once, when the first “@” is typed. */
  people: readonly Mentionable[] | null;
  onWantPeople: () => void;
  onSend: () => void;
  error: string;
}) {
  const t = useTranslations('comments');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const offered = typed === null || props.people === null ? [] : peopleNamed(props.people, typed);
  const current = Math.min(chosen, offered.length - 1);

  function look(words: string, caret: number) {
    const name = nameBeingTyped(words, caret);
    if (name !== null && props.people === null) props.onWantPeople();
    setTyped(name);
    setChosen(0);
  }

  function put(person: Mentionable) {
    const element = field.current;
    if (element === null) return;
    const next = withName(props.value, element.selectionStart, person.name);
    props.onChange(next.words);
    setTyped(null);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.caret, next.caret);
    });
  }

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onSend();
      return;
    }
    const person = offered[current];
    if (person === undefined) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((current + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      put(person);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
  }

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {props.label}
      </label>
      <TextArea
        ref={field}
        id={id}
        rows={3}
        maxLength={4000}
        value={props.value}
        aria-invalid={props.error !== ''}
        aria-describedby={`${id}-hint`}
        aria-controls={offered.length > 0 ? `${id}-people` : undefined}
        onChange={(event) => {
          props.onChange(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
        onKeyDown={onKey}
      />
      {offered.length === 0 ? (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {t('form.hint')}
        </p>
      ) : (
        <ul
          id={`${id}-people`}
          aria-label={t('form.people')}
          className="grid rounded-md border border-line bg-raised p-1 shadow-pop"
        >
          {offered.map((person, index) => (
            <li key={person.id}>
              <button
                type="button"
                aria-current={index === current}
                className={`flex min-h-8 w-full cursor-pointer items-center gap-2 rounded px-2 text-left text-sm ${index === current ? 'bg-accent-soft text-accent' : ''}`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => put(person)}
              >
                <Flag country={person.country} size={10} /> {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {props.error === '' ? null : (
        <p role="alert" className="text-[0.8125rem] font-medium text-delete">
          {props.error}
        </p>
      )}
    </div>
  );
}
