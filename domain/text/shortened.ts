/** The two ends of words that are too many to show, and how many characters (as JavaScript counts) stand between. */
export interface Shortened {
  readonly head: string;
  readonly tail: string;
  readonly omitted: number;
}

/** So far a cut is moved for signs on a letter; a heap of more is no word. */
const MOST_SIGNS = 32;

/** Leaves out the middle of words longer than `most`; neither end is cut through a letter with its signs. */
export function shortened(words: string, most: number): Shortened {
  if (words.length <= most) return { head: words, tail: '', omitted: 0 };
  const half = Math.floor(most / 2);
  const head = beginning(words, half);
  const end = words.length - half;
  let from = end;
  while (from - end < MOST_SIGNS && isInside(words, from)) from += 1;
  return { head, tail: words.slice(from), omitted: from - head.length };
}

/** The first characters of words, at most `most`. */
export function beginning(words: string, most: number): string {
  let to = Math.min(most, words.length);
  while (to > 0 && most - to < MOST_SIGNS && isInside(words, to)) to -= 1;
  return words.slice(0, to);
}

/** Whether a cut here would part a letter from a sign on it, or halve a character. */
function isInside(words: string, at: number): boolean {
  return /^[\p{M}\u{dc00}-\u{dfff}]/u.test(words.slice(at, at + 2));
}
