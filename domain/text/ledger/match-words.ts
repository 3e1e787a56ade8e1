import { commonSequence } from '../../redline/myers';
import { tokenise } from '../../redline/tokens';
import { Vocabulary } from '../../redline/vocabulary';

/** The words that two wordings of one clause have in common, in order; neighbouring ones joined. */
export function matchWords(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly length: number }[] {
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
  return matches;
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
