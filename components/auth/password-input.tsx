'use client';

import { type ComponentProps, useState } from 'react';
import { TextInput } from '@/components/ui/field';

export interface PasswordWords {
  readonly show: string;
  readonly hide: string;
  /** What is shown: "Password". For screen readers, after "Show". */
  readonly what: string;
}

/** A password that whoever types it may look at. */
export function PasswordInput({
  words,
  className = '',
  ...rest
}: ComponentProps<'input'> & { words: PasswordWords }) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextInput
        {...rest}
        type={isShown ? 'text' : 'password'}
        spellCheck={false}
        className={`pr-16 ${className}`}
      />
      <button
        type="button"
        aria-controls={rest.id}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-1 right-1 cursor-pointer rounded px-2.5 text-[0.8125rem] text-accent hover:bg-accent-soft"
      >
        {isShown ? words.hide : words.show}
        <span className="sr-only"> {words.what}</span>
      </button>
    </div>
  );
}
