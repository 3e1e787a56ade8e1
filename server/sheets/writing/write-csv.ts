import { plainNumber } from '../../../domain/monitoring/parse-value';
import { neutralCell } from '../../../domain/sheets/neutral-cell';
import { type CellContent, UNREADABLE, type WrittenSheet } from '../../../domain/sheets/workbook';

/** A number as such is no formula, also a negative one. */
const NUMBER = /^[+-]?\d[\d.,]*%?$/;

/**
 * The table of a sheet as separated values, UTF-8 with the mark by which Excel knows it. XL26: words that a spreadsheet
 * would take for a formula get an apostrophe before them, which our reader takes off again.
 */
export function csvOf({ columns, rows }: Pick<WrittenSheet, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(csvCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function csvCell(content: CellContent): string {
  if (content === null) return '';
  if (content === UNREADABLE) return '#VALUE!';
  if (typeof content === 'number') return plainNumber(content);
  const words = NUMBER.test(content) ? content : neutralCell(content);
  return /[",;\t\r\n]/.test(words) || words !== words.trim() ? `"${words.replaceAll('"', '""')}"` : words;
}
