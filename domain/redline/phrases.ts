import { type Tokens, WORD_TOKEN } from './tokens';

/** So many words in a row, the same in both, are a phrase that was kept: fewer stand in every other clause. */
const PHRASE = 4;

/** How much of two texts are phrases that both have, word by word: 0 nothing, 1 all of both. */
export function keptPhrases(a: Tokens, b: Tokens): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const all = wordsA.length + wordsB.length;
  return all === 0 ? 0 : (covered(wordsA, phrasesOf(wordsB)) + covered(wordsB, phrasesOf(wordsA))) / all;
}

function wordsOf({ keys, kinds }: Tokens): number[] {
  return [...keys].filter((_, index) => kinds[index] === WORD_TOKEN);
}

function phrasesOf(words: readonly number[]): Set<string> {
  const phrases = new Set<string>();
  for (let at = 0; at + PHRASE <= words.length; at += 1) phrases.add(phraseAt(words, at));
  return phrases;
}

function covered(words: readonly number[], phrases: ReadonlySet<string>): number {
  let count = 0;
  let from = 0;
  for (let at = 0; at + PHRASE <= words.length; at += 1) {
    if (!phrases.has(phraseAt(words, at))) continue;
    count += at + PHRASE - Math.max(from, at);
    from = at + PHRASE;
  }
  return count;
}

function phraseAt(words: readonly number[], at: number): string {
  return words.slice(at, at + PHRASE).join(' ');
}
