import { type Refusal, refuse } from '../refusal';
import { cleanLine } from '../text/clean-line';
import { readKey } from './row-keys';
import type { TableRow } from './table';

interface Known {
  readonly id: string;
  readonly code: string;
}

export interface KnownRow<T> {
  /** Null: no such thing stands yet. */
  readonly standing: T | null;
  /** What stood when the file was written; "" where the row does not say. */
  readonly mark: string;
}

/**
 * Which thing a row is of: by its key, or by its code where it has none (XL19). The same thing twice is refused (XL20).
 * The finding is of the column that it names.
 */
export function rowFinder<T extends Known>(things: readonly T[]) {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const byCode = new Map(things.map((thing) => [folded(thing.code), thing]));
  const met = new Map<string, number>();
  return ({
    row,
    words,
  }: TableRow): KnownRow<T> | { readonly column: 'key' | 'code'; readonly refusal: Refusal } => {
    const isKeyed = (words.key ?? '').trim() !== '';
    const key = readKey(words.key ?? '');
    const standing = isKeyed ? byId.get(key?.id ?? '') : byCode.get(folded(words.code ?? ''));
    const column = isKeyed ? 'key' : 'code';
    if (isKeyed && standing === undefined) return { column, refusal: refuse('XL19') };
    if (standing === undefined) return { standing: null, mark: '' };
    const before = met.get(standing.id);
    if (before !== undefined) return { column, refusal: refuse('XL20', { row: before }) };
    met.set(standing.id, row);
    return { standing, mark: key?.mark ?? '' };
  };
}

function folded(code: string): string {
  return cleanLine(code).toLowerCase();
}

/** Thai digits as those that are reckoned with. */
export function westernDigits(words: string): string {
  return words.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
