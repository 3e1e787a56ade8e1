import { letters, roman } from '../../domain/text/numbering';
import type { Line } from './plain-lines';

/** What a paragraph with a number is: the clause, and its words without the number. */
export interface NumberedClause {
  readonly type: 'operative' | 'annex';
  /** 1 = "3.", 2 = "(b)", 3 = "(ii)"; 1 for an annex. */
  readonly level: number;
  readonly words: string;
}

const NUMBER = /^(?:(\d{1,4})\.|\(([a-z]{1,3}|[ivxlc]{1,7})\)) +/;
const ANNEX = /^Annex (\d{1,3})(?:[ :]+(.*[^.;,]))?$/;
const LONGEST_ANNEX = 150;

/**
 * The numbered paragraphs of a plain text, or null where some number is not the one that counting gives. All or
 * none: half of a text in words and half in clauses would show as changes what is none.
 */
export function countNumbers(lines: readonly Line[]): ReadonlyMap<Line, NumberedClause> | null {
  const clauses = new Map<Line, NumberedClause>();
  let annexes = 0;
  let counts: [number, number, number] = [0, 0, 0];
  for (const line of lines) {
    if (line.kind !== 'words') continue;
    const annex = line.words.length <= LONGEST_ANNEX ? ANNEX.exec(line.words) : null;
    if (annex !== null && Number(annex[1]) === annexes + 1) {
      annexes += 1;
      counts = [0, 0, 0];
      clauses.set(line, { type: 'annex', level: 1, words: annex[2] ?? '' });
      continue;
    }
    const number = NUMBER.exec(line.words);
    if (number === null) continue;
    const level = nextLevel(counts, number[1], number[2]);
    if (level === null) return null;
    counts = counted(counts, level);
    clauses.set(line, { type: 'operative', level, words: line.words.slice(number[0].length) });
  }
  return clauses;
}

/** On which level a number is the next one; "(i)" after "(h)" is a letter, elsewhere it is one. */
function nextLevel(
  [first, second, third]: readonly [number, number, number],
  digits: string | undefined,
  sign: string | undefined,
): 1 | 2 | 3 | null {
  if (digits !== undefined) return Number(digits) === first + 1 && !digits.startsWith('0') ? 1 : null;
  if (first > 0 && sign === letters(second + 1)) return 2;
  return second > 0 && sign === roman(third + 1) ? 3 : null;
}

function counted(
  [first, second, third]: readonly [number, number, number],
  level: 1 | 2 | 3,
): [number, number, number] {
  if (level === 1) return [first + 1, 0, 0];
  return level === 2 ? [first, second + 1, 0] : [first, second, third + 1];
}
