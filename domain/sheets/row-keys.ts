import { digestText } from '../text/digest';

/**
 * The key of a row, as its first column carries it out and back: `act_4f2~9c31d0aa`, the id of the thing and a mark of
 * what stood in the row when it was written.
 */
export interface RowKey {
  readonly id: string;
  /** "" where the key says nothing of what stood. */
  readonly mark: string;
}

export function sayKey({ id, mark }: RowKey): string {
  return `${id}~${mark}`;
}

export function readKey(words: string): RowKey | null {
  const match = /^\s*([A-Za-z0-9_-]{1,60})(?:~([A-Za-z0-9_-]{0,60}))?\s*$/.exec(words);
  return match === null ? null : { id: match[1] ?? '', mark: match[2] ?? '' };
}

/** A mark of the cells of a row: another one as soon as one of them is another. */
export function rowMark(cells: readonly string[]): string {
  return digestText(JSON.stringify(cells)).slice(0, 10);
}
