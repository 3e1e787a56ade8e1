import { authorsOfChange } from '@/domain/redline/change-authors';
import type { Change, Redline, RedlineRow, Segment } from '@/domain/redline/types';

/** The five questions a reviewer asks of a list of changes; each change answers one. What is in a table is `table`. */
export const CHANGE_GROUPS = ['wording', 'moved', 'clauses', 'form', 'table'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export function groupOf(kind: Change['kind'], isInTable: boolean): ChangeGroup {
  if (isInTable) return 'table';
  switch (kind) {
    case 'wording':
      return 'wording';
    case 'moved':
      return 'moved';
    case 'clause-inserted':
    case 'clause-deleted':
    case 'split':
    case 'merged':
      return 'clauses';
    case 'formatting':
    case 'structure':
    case 'invisible':
      return 'form';
  }
}

/** A change as the page cites it: `number` counts from 1 in reading order and is its anchor, `#change-12`. */
export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
  readonly group: ChangeGroup;
  /** Delegations that made it, "" for the secretariat; empty where nobody is known. */
  readonly authors: readonly string[];
}

/** The changes numbered in the order in which the page shows them. */
export function numberChanges(redline: Redline): NumberedChange[] {
  const authors = authorsByChange(redline.rows);
  return redline.changes
    .map((change, order) => ({ change, order }))
    .sort((a, b) => a.change.row - b.change.row || a.order - b.order)
    .map(({ change }, index) => ({
      number: index + 1,
      change,
      group: groupOf(change.kind, redline.rows[change.row]?.cells !== undefined),
      authors: authorsOfChange(change, authors.get(change.id) ?? [], redline.sole).sort(),
    }));
}

function authorsByChange(rows: readonly RedlineRow[]): Map<string, Set<string>> {
  const authors = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const segment of segmentsOf(row)) {
      if (segment.change === undefined || segment.author === undefined) continue;
      const known = authors.get(segment.change) ?? new Set<string>();
      authors.set(segment.change, known.add(segment.author));
    }
  }
  return authors;
}

/** All runs of a row, those of its cells included. */
export function segmentsOf(row: RedlineRow): readonly Segment[] {
  return row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments);
}

/** Every delegation that inserted or deleted a run, for the legend. */
export function authorsOf(changes: readonly NumberedChange[]): string[] {
  return [...new Set(changes.flatMap((entry) => entry.authors))].sort();
}

/** The next (`step` 1) or previous (-1) of sorted change numbers after `current`; it goes round at the ends. */
export function stepFrom(numbers: readonly number[], current: number | null, step: 1 | -1): number | null {
  if (numbers.length === 0) return null;
  if (step === 1) return numbers.find((number) => current === null || number > current) ?? numbers[0] ?? null;
  return numbers.findLast((number) => current !== null && number < current) ?? numbers.at(-1) ?? null;
}

/** Made once: a long list of changes has thousands of excerpts. */
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter();

/** The start of a text, cut between words (in Thai too) so that it fits `length` characters. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  let end = 0;
  for (const word of WORDS.segment(line.slice(0, length + 20))) {
    const next = word.index + word.segment.length;
    if (next > length) break;
    end = next;
  }
  if (end === 0) {
    // One unbroken run longer than the room: cut between characters as readers see them.
    for (const grapheme of CHARACTERS.segment(line)) {
      if (grapheme.index + grapheme.segment.length > length) break;
      end = grapheme.index + grapheme.segment.length;
    }
  }
  return `${line.slice(0, end).trimEnd()}…`;
}
