import { randomInt } from 'node:crypto';

/** Shorter runs of the same characters are chance; a passage that is shorter itself must be the same as a whole. */
export const SHORTEST_RUN = 8;
const BASE = 0x01000193;
/** Drawn anew in each process: nobody can look for other words that come out the same. */
const SEED = randomInt(2 ** 31);

/**
 * Which characters of `passages` stand in `others` as well, as runs of at least eight, each run counted as often
 * as it stands there. A paragraph that is moved, split or made a heading is all there; new words in its place
 * are not. One mask per passage, 1 for shared.
 */
export function sharedWords(passages: readonly string[], others: readonly string[]): Uint8Array[] {
  const stock = new Map<number, number>();
  for (const other of others) {
    for (const run of runsOf(other)) stock.set(run, (stock.get(run) ?? 0) + 1);
  }
  return passages.map((passage) => {
    const mask = new Uint8Array(passage.length);
    let at = 0;
    for (const run of runsOf(passage)) {
      const left = stock.get(run) ?? 0;
      if (left > 0) {
        stock.set(run, left - 1);
        mask.fill(1, at, at + SHORTEST_RUN);
      }
      at += 1;
    }
    return mask;
  });
}

export function countShared(masks: readonly Uint8Array[]): number {
  return masks.reduce((sum, mask) => sum + mask.reduce((count, bit) => count + bit, 0), 0);
}

/** A number for each run of eight characters; for a shorter passage one for the whole. */
function* runsOf(words: string): Generator<number> {
  if (words.length > 0 && words.length < SHORTEST_RUN) yield numberOf(words, 0, words.length);
  for (let at = 0; at + SHORTEST_RUN <= words.length; at += 1) yield numberOf(words, at, SHORTEST_RUN);
}

function numberOf(words: string, at: number, length: number): number {
  let number = SEED + length;
  for (let index = at; index < at + length; index += 1) {
    number = Math.imul(number ^ words.charCodeAt(index), BASE);
  }
  return number;
}
