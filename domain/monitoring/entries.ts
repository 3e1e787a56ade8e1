import { accept, type Outcome, refuse } from '../refusal';
import { type Indicator, isPossible } from './indicators';

/**
 * Four different answers: a value, which may be zero; not available, where there is something to count but nobody
 * could; not applicable, where there is nothing; and none at all.
 */
export const ENTRY_KINDS = ['value', 'notAvailable', 'notApplicable', 'notReported'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What a country answers on one indicator. Yes is 1 and no is 0; a step of a scale counts from 1; text has words. */
export interface Entry {
  readonly kind: EntryKind;
  readonly value: number | null;
  readonly words: string;
}

export const NOT_REPORTED: Entry = { kind: 'notReported', value: null, words: '' };

export const LONGEST_WORDS = 2000;
export const LONGEST_NOTE = 2000;

/** MO19: an answer is one of the four, and only a value has a number or words, as its type wants them. */
export function checkEntry(indicator: Pick<Indicator, 'type' | 'scale'>, entry: Entry): Outcome<true> {
  if (entry.kind !== 'value') {
    return entry.value === null && entry.words === '' ? accept(true) : refuse('MO19');
  }
  if (indicator.type === 'text') {
    const isSaid = entry.words.trim() !== '' && entry.words.length <= LONGEST_WORDS;
    return isSaid && entry.value === null ? accept(true) : refuse('MO24', { most: LONGEST_WORDS });
  }
  if (entry.value === null || !isPossible(indicator, entry.value)) return refuse('MO19');
  return entry.words === '' ? accept(true) : refuse('MO19');
}

/** Whether two answers say the same. */
export function isSameEntry(one: Entry, other: Entry): boolean {
  return one.kind === other.kind && one.value === other.value && one.words === other.words;
}
