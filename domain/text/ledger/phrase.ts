import { countWordsOf } from '../word-count';

const HEAD = /^[\p{Script=Latin}\p{M}\p{N}]+/u;
const TAIL = /[\p{Script=Latin}\p{M}\p{N}]+$/u;

/**
 * The part of `text` between two places that is whole words: a word that goes on beyond a place is left out, except
 * in scripts without spaces. A single word, however long, is vocabulary and nobody's phrase: then null.
 */
export function phraseIn(text: string, from: number, to: number): { from: number; to: number } | null {
  let [start, end] = [from, to];
  if (TAIL.test(text.slice(Math.max(0, from - 2), from))) {
    start += HEAD.exec(text.slice(from, to))?.[0].length ?? 0;
  }
  if (HEAD.test(text.slice(to, to + 2))) end -= TAIL.exec(text.slice(start, to))?.[0].length ?? 0;
  return start < end && countWordsOf(text.slice(start, end)) > 1 ? { from: start, to: end } : null;
}
