import { tokenise, WORD_TOKEN } from '../redline/tokens';
import { Vocabulary } from '../redline/vocabulary';

/** Two inputs that seem to say the same; `likeness` from 0 to 1. */
export interface LikePair {
  readonly a: string;
  readonly b: string;
  readonly likeness: number;
}

/** Inputs compared with each other, and letters read of each: what bounds the work. */
export const MOST_COMPARED = 400;
const LETTERS_READ = 800;
const LIKE_ENOUGH = 0.34;
const MOST_PAIRS = 40;

/**
 * Pairs of short texts that may say the same, the most alike first: by the parts of words (three signs at a time) that
 * they share, where a part that stands everywhere says little. It knows no meaning and asks nobody: it suggests, and
 * the secretariat decides. Words of scripts without spaces are cut as the redline cuts them.
 */
export function likePairs(texts: readonly { readonly id: string; readonly words: string }[]): LikePair[] {
  const compared = texts.slice(0, MOST_COMPARED);
  const shingles = compared.map(({ words }) => shinglesOf(words));
  const counts = new Map<string, number>();
  for (const set of shingles) for (const part of set) counts.set(part, (counts.get(part) ?? 0) + 1);
  const weights = new Map(
    [...counts].map(([part, count]) => [part, Math.log(1 + compared.length / count)] as const),
  );
  const weightOf = (part: string) => weights.get(part) ?? 0;
  const totals = shingles.map((set) => sum(set, weightOf));
  const pairs: LikePair[] = [];
  for (let one = 0; one < compared.length; one += 1) {
    for (let other = one + 1; other < compared.length; other += 1) {
      const [a, b] = [shingles[one], shingles[other]];
      const both = (totals[one] ?? 0) + (totals[other] ?? 0);
      if (a === undefined || b === undefined || both === 0) continue;
      const [small, large] = a.size < b.size ? [a, b] : [b, a];
      const likeness = (2 * sum(shared(small, large), weightOf)) / both;
      if (likeness < LIKE_ENOUGH) continue;
      pairs.push({ a: compared[one]?.id ?? '', b: compared[other]?.id ?? '', likeness: round(likeness) });
    }
  }
  return pairs.sort(byLikeness).slice(0, MOST_PAIRS);
}

function byLikeness(one: LikePair, other: LikePair): number {
  if (one.likeness !== other.likeness) return other.likeness - one.likeness;
  return one.a + one.b < other.a + other.b ? -1 : 1;
}

function* shared(small: ReadonlySet<string>, large: ReadonlySet<string>): Generator<string> {
  for (const part of small) if (large.has(part)) yield part;
}

function sum(parts: Iterable<string>, weightOf: (part: string) => number): number {
  let total = 0;
  for (const part of parts) total += weightOf(part);
  return total;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Words too small to say what a text is about; Thai ones are left to their weight. */
const SMALLEST_WORD = 4;

function shinglesOf(words: string): Set<string> {
  const read = words.normalize('NFKC').toLowerCase().slice(0, LETTERS_READ);
  const { kinds, starts } = tokenise(read, [], new Vocabulary());
  const parts = new Set<string>();
  kinds.forEach((kind, index) => {
    if (kind !== WORD_TOKEN) return;
    const word = read.slice(starts[index], starts[index + 1]).trim();
    if (word.length < SMALLEST_WORD && /^[\p{Script=Latin}\p{Nd}]+$/u.test(word)) return;
    const framed = `_${word}_`;
    for (let at = 0; at + 3 <= framed.length; at += 1) parts.add(framed.slice(at, at + 3));
  });
  return parts;
}
