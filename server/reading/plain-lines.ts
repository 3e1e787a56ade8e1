/** One paragraph, item or row of a plain text. `indent` counts the signs before it; `words` may hold line ends. */
export interface Line {
  readonly kind: 'words' | 'bullet' | 'row';
  readonly indent: number;
  readonly words: string;
}

const BULLET = /^[•‣▪◦·*+–-][ \t]+/;
/** "1.", "(b)", "(iv)" and the like begin a paragraph also where no blank line stands before. */
const NUMBER = /^(?:\d{1,4}[.)]|\([a-z]{1,4}\)|\(\d{1,3}\))[ \t]+/i;
/** Texts that are broken to a width are not wider than this. */
const WIDEST_WRAP = 100;
/** And lines narrower than this were broken by hand. */
const NARROWEST_WRAP = 40;

export function linesOf(text: string): Line[] {
  const raw = text.split('\n').map((line) => line.replace(/[ \t\f]+$/, ''));
  const filled = raw.findIndex((line) => line !== '');
  const last = raw.findLastIndex((line) => line !== '');
  const hasBlank = raw.slice(Math.max(0, filled), last).includes('');
  const width = raw.reduce((most, line) => Math.max(most, line.length), 0);
  const groups: string[][] = [];
  let before = '';
  for (const line of raw) {
    if (line !== '') {
      if (hasBlank && before !== '' && continues(before, line)) groups.at(-1)?.push(line);
      else groups.push([line]);
    }
    before = line;
  }
  return groups.map((group) => lineOf(group, width));
}

function continues(before: string, line: string): boolean {
  const words = line.trim();
  const isRow = (text: string) => text.replace(NUMBER, '').replace(BULLET, '').includes('\t');
  return !isRow(before.trim()) && !isRow(words) && !BULLET.test(words) && !NUMBER.test(words);
}

function lineOf(group: readonly string[], width: number): Line {
  const first = group[0] ?? '';
  const indent = first.length - first.trimStart().length;
  const pieces = group.flatMap((line, index) =>
    index === 0 ? [line.trim()] : [glue(group[index - 1] ?? '', line.trim(), width), line.trim()],
  );
  const words = pieces.join('');
  if (BULLET.test(words)) return { kind: 'bullet', indent, words: words.replace(BULLET, '') };
  // Word writes a tab between a number and its paragraph.
  const spaced = words.replace(NUMBER, (number) => `${number.trim()} `);
  return { kind: spaced.includes('\t') ? 'row' : 'words', indent, words: spaced };
}

/** Scripts that write words without spaces between them: a broken line of theirs is joined without one. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A line was broken to the width of the text where the next word had no room on it; otherwise it ends on purpose. */
function glue(line: string, next: string, width: number): '' | ' ' | '\n' {
  const word = /^\S+/.exec(next)?.[0] ?? '';
  const isWrapped =
    width <= WIDEST_WRAP && line.length >= NARROWEST_WRAP && line.length + 1 + word.length > width;
  if (!isWrapped) return '\n';
  return UNSPACED.test(line.at(-1) ?? '') && UNSPACED.test(next[0] ?? '') ? '' : ' ';
}
