'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** What is asked of whoever leaves a dialog in which they wrote something. */
export interface LeavingWords {
  readonly question: string;
  readonly stay: string;
  readonly leave: string;
}

const Words = createContext<LeavingWords | null>(null);

/** Gives every dialog below it these words: dialogs are opened by pages that pick words of their own. */
export function LeavingDialogs({ words, children }: { words: LeavingWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export function useLeavingWords(): LeavingWords | null {
  return useContext(Words);
}

/** Whether text stands in a field below this element, in one that a person can write in. */
export function holdsText(element: Element | null): boolean {
  const fields = element?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [];
  return [...fields].some((field) => WRITTEN.has(field.type) && !field.readOnly && field.value.trim() !== '');
}

const WRITTEN: ReadonlySet<string> = new Set(['textarea', 'text', 'url', 'email', 'number', 'tel']);
