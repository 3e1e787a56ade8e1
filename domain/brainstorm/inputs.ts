import { accept, type Outcome, refuse } from '../refusal';
import { PASSAGE_LANGUAGES } from '../text/marks';
import type { RoundTag } from './rounds';

export const INPUT_KINDS = ['challenge', 'proposal'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

export const LONGEST_INPUT = 2000;
export const LONGEST_EVIDENCE = 4000;
export const LONGEST_REMARK = 2000;

const UNSEEN = /[\p{Bidi_Control}\u200b\u2060-\u2064\ufeff\0]/gu;

/** Words over several lines as they are kept: composed, without unseen characters, at most one empty line at a time. */
export function keptWords(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export interface InputWords {
  readonly kind: InputKind;
  readonly words: string;
  readonly evidence: string;
  readonly language: string;
  readonly tags: readonly string[];
}

/** BS5: a challenge or a proposal in words that are not too many, tagged with areas of its round. */
export function checkInput(
  typed: Omit<InputWords, 'kind'> & { readonly kind: string },
  tags: readonly RoundTag[],
): Outcome<InputWords> {
  const kind = INPUT_KINDS.find((known) => known === typed.kind);
  if (kind === undefined) return refuse('BO10', { field: 'kind' });
  const words = keptWords(typed.words);
  if (words === '' || words.length > LONGEST_INPUT)
    return refuse('BS5', { most: LONGEST_INPUT, field: 'words' });
  const evidence = keptWords(typed.evidence);
  if (evidence.length > LONGEST_EVIDENCE) return refuse('BS5', { most: LONGEST_EVIDENCE, field: 'evidence' });
  if (!(PASSAGE_LANGUAGES as readonly string[]).includes(typed.language))
    return refuse('BO10', { field: 'language' });
  const chosen = [...new Set(typed.tags)];
  if (chosen.some((key) => !tags.some((tag) => tag.key === key))) return refuse('BO10', { field: 'tags' });
  return accept({ kind, words, evidence, language: typed.language, tags: chosen });
}

/** BS13: a remark has words, and not too many. */
export function checkRemark(typed: string): Outcome<string> {
  const words = keptWords(typed);
  return words === '' || words.length > LONGEST_REMARK
    ? refuse('BS13', { most: LONGEST_REMARK, field: 'words' })
    : accept(words);
}
