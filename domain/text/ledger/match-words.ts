import { commonSequence } from '../../redline/myers';
import { tokenise } from '../../redline/tokens';
import { Vocabulary } from '../../redline/vocabulary';
import { commonEnds } from './common-ends';

const SHORTEST_EDGE = 3;

/** Characters from `from` of one wording that are those from `to` of another. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** The words that two wordings of one clause have in common, in order; neighbouring ones joined, spaces alone left out. */
export function matchWords(before: string, after: string): Match[] {
  const [own, goal] = [wordsOf(before), wordsOf(after)];
  const numbers = new Map<string, number>();
  const number = ({ text }: Word) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const partners = commonSequence(Int32Array.from(own, number), Int32Array.from(goal, number));
  const matches: { from: number; to: number; length: number }[] = [];
  own.forEach(({ text, at }, index) => {
    const partner = goal[partners[index] ?? -1];
    if (partner === undefined) return;
    const last = matches.at(-1);
    if (last !== undefined && last.from + last.length === at && last.to + last.length === partner.at) {
      last.length += text.length;
    } else {
      matches.push({ from: at, to: partner.at, length: text.length });
    }
  });
  // A space that is alike by chance says nothing about the words around it.
  return matches.filter(({ from, length }) => before.slice(from, from + length).trim() !== '');
}

/** The matches with the letters at their ends, and at the ends of both wordings, that are alike too. */
export function withEdges(before: string, after: string, matches: readonly Match[]): Match[] {
  const found: Match[] = [];
  let [from, to] = [0, 0];
  for (const match of [...matches, { from: before.length, to: after.length, length: 0 }]) {
    const [old, fresh] = [before.slice(from, match.from), after.slice(to, match.to)];
    const { start, end } = commonEnds(old, fresh);
    // Fewer letters may be alike by chance, unless nothing else came.
    const shortest = Math.min(SHORTEST_EDGE, Math.max(1, fresh.length));
    if (start >= shortest) found.push({ from, to, length: start });
    if (end >= shortest) found.push({ from: match.from - end, to: match.to - end, length: end });
    if (match.length > 0) found.push(match);
    [from, to] = [match.from + match.length, match.to + match.length];
  }
  return found;
}

interface Word {
  readonly text: string;
  readonly at: number;
}

/** Words, signs and spaces as the redline cuts them. */
function wordsOf(text: string): Word[] {
  const { starts } = tokenise(text, [], new Vocabulary());
  return Array.from({ length: starts.length - 1 }, (_, index) => {
    const at = starts[index] ?? 0;
    return { text: text.slice(at, starts[index + 1]), at };
  });
}
