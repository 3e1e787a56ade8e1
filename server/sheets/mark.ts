import type { ReadSheet, SheetMark } from '../../domain/sheets/read-sheet';

/** The hidden sheet by which a file says what it is for. */
export const MARK_SHEET = 'mufakat';
const FORMAT = 'mufakat-sheet-1';

export function markRows({ target, hash }: SheetMark): string[][] {
  return [
    ['format', FORMAT],
    ['target', target],
    ['hash', hash],
  ];
}

/** What the hidden sheet says; null where it is none of ours. */
export function markIn(sheet: ReadSheet): SheetMark | null {
  const said = new Map(sheet.rows.map(({ cells }) => [cells.get(0)?.words ?? '', cells.get(1)?.words ?? '']));
  const target = said.get('target');
  if (said.get('format') !== FORMAT || target === undefined) return null;
  return { target, hash: said.get('hash') ?? '' };
}
