import type { Change, Redline, RedlineRow, RedlineSummary } from './types';

/**
 * A redline as lines of JSON, each small enough to be read in a moment: first `RedlineHead`, then rows, then changes.
 * Whoever unpacks it may rest between two lines.
 */
export interface RedlineHead extends Omit<Redline, 'rows' | 'changes'> {
  readonly rowCount: number;
  readonly changeCount: number;
}

/**
 * A redline as bytes that a browser unpacks, with what a page says before they come. Made, written and compressed in
 * the worker: the event loop only hands the bytes on.
 */
export interface PackedRedline {
  readonly oldHash: string;
  readonly newHash: string;
  readonly summary: RedlineSummary;
  /** How many changes the list holds. */
  readonly changes: number;
  /** `redlineLines`, gzip. */
  readonly bytes: Uint8Array;
  /** Fingerprint of the bytes, for caches. */
  readonly tag: string;
}

type Line = { readonly rows: readonly RedlineRow[] } | { readonly changes: readonly Change[] };

const ROWS_IN_A_LINE = 100;
const CHANGES_IN_A_LINE = 200;

export function redlineLines({ rows, changes, ...head }: Redline): string {
  const first: RedlineHead = { ...head, rowCount: rows.length, changeCount: changes.length };
  const lines: Line[] = [
    ...inParts(rows, ROWS_IN_A_LINE).map((part) => ({ rows: part })),
    ...inParts(changes, CHANGES_IN_A_LINE).map((part) => ({ changes: part })),
  ];
  return [first, ...lines].map((line) => JSON.stringify(line)).join('\n');
}

/** Reads lines back, and rests after each. Throws where something is missing: half a redline is none. */
export async function readRedlineLines(text: string, rest: () => Promise<void>): Promise<Redline> {
  const rows: RedlineRow[] = [];
  const changes: Change[] = [];
  let end = text.indexOf('\n');
  const { rowCount, changeCount, ...head } = JSON.parse(end < 0 ? text : text.slice(0, end)) as RedlineHead;
  while (end >= 0) {
    const next = text.indexOf('\n', end + 1);
    const line = JSON.parse(next < 0 ? text.slice(end + 1) : text.slice(end + 1, next)) as Line;
    if ('rows' in line) rows.push(...line.rows);
    else changes.push(...line.changes);
    end = next;
    await rest();
  }
  if (rows.length !== rowCount || changes.length !== changeCount) {
    throw new Error(
      `readRedlineLines: ${rows.length} of ${rowCount} rows, ${changes.length} of ${changeCount} changes`,
    );
  }
  return { ...head, rows, changes };
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
