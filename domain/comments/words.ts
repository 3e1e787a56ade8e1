import { accept, type Outcome, refuse } from '../refusal';
import type { Anchor } from './anchor';

export const LONGEST_COMMENT = 4000;
/** Comments that one person writes in an hour: more than any sitting asks of anybody (CO14). */
export const COMMENTS_AN_HOUR = 60;
/** Mentions in one comment. */
export const MOST_MENTIONS = 20;

/** CO5: the words of a comment as they are kept: composed, with no more than one empty line at a time. */
export function commentWords(typed: string): Outcome<string> {
  const words = typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (words === '' || words.length > LONGEST_COMMENT) {
    return refuse('CO5', { field: 'words', longest: LONGEST_COMMENT });
  }
  return accept(words);
}

/** CO4: an anchor holds a word or sign of its clause, and is that stretch of it. */
export function checkAnchor(anchor: Anchor): Outcome<Anchor> {
  const { from, to, clauseText, quote } = anchor;
  const holds =
    Number.isSafeInteger(from) &&
    Number.isSafeInteger(to) &&
    0 <= from &&
    from < to &&
    to <= clauseText.length &&
    clauseText.slice(from, to) === quote &&
    /\S/u.test(quote);
  return holds ? accept(anchor) : refuse('CO4');
}
