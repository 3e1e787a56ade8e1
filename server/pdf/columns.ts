import type { Block, Cell, Run } from './sheet';

/** Shares of the width: a column of long passages is wider than one of numbers, and none is a mere slit. */
export function columnShares(cells: readonly Cell[], columns: number): number[] {
  const longest = new Array<number>(columns).fill(1);
  const widest = new Array<number>(columns).fill(1);
  for (const cell of cells) {
    if (cell.w > 1 || cell.aside === 1) continue;
    const words = cell.blocks.map(blockWords).join(' ');
    longest[cell.x] = Math.max(longest[cell.x] ?? 1, words.length);
    const word = Math.max(...words.split(/[\s\u200B-]+/).map((entry) => entry.length));
    widest[cell.x] = Math.max(widest[cell.x] ?? 1, Math.min(word, LONGEST_WORD));
  }
  return longest.map((length, column) =>
    Math.max(Math.round(Math.sqrt(length) * 2), (widest[column] ?? 1) + 2, NARROWEST),
  );
}

/** In characters: what is longer breaks anyway, or is Thai, which breaks inside. */
const LONGEST_WORD = 16;
const NARROWEST = 5;

function blockWords(block: Block): string {
  if (block.t === 'p') return block.runs.map(runWords).join('');
  if (block.t === 'l') return block.items.map((item) => item.blocks.map(blockWords).join(' ')).join(' ');
  return '';
}

function runWords(run: Run): string {
  if ('s' in run) return run.s;
  return 'br' in run ? ' ' : '';
}
