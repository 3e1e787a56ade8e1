import { cellWords } from '../../../domain/sheets/neutral-cell';
import type { ReadCell, ReadRow, ReadSheet } from '../../../domain/sheets/read-sheet';
import { RefusedFile } from '../../word/reading/refused-file';
import type { SheetLimits } from './limits';

/**
 * A file of separated values: UTF-8, or UTF-16 as Excel writes "Unicode text"; separated by commas, semicolons or tabs,
 * whichever its first line has most of. Throws `RefusedFile`: XL3 no text in these, XL5 too much.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): ReadSheet {
  const text = textOf(bytes);
  const separator = separatorOf(text.slice(0, Math.max(0, text.search(/[\r\n]|$/))));
  const rows: ReadRow[] = [];
  let cells = new Map<number, ReadCell>();
  let number = 1;
  let column = 0;
  let left = limits.cells;
  const keep = (words: string) => {
    if (words.trim() !== '' && column < limits.columns) {
      left -= 1;
      if (left < 0) throw new RefusedFile('XL5');
      cells.set(column, cellOf(words));
    }
    column += 1;
  };
  const endRow = () => {
    if (cells.size > 0) rows.push({ number, cells });
    cells = new Map();
    column = 0;
    number += 1;
  };
  let at = 0;
  while (at < text.length) {
    const { value, next } = text[at] === '"' ? quoted(text, at) : bare(text, at, separator);
    keep(value);
    const sign = text[next];
    // Behind the mark that ends a cell stands the next cell or the next row, or the file was damaged.
    if (sign !== undefined && sign !== separator && sign !== '\r' && sign !== '\n')
      throw new RefusedFile('XL3');
    at = next + 1;
    if (sign === '\r' && text[at] === '\n') at += 1;
    if (sign !== separator) endRow();
  }
  endRow();
  return { name: 'CSV', rows, merged: [] };
}

function quoted(text: string, from: number): { value: string; next: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new RefusedFile('XL3');
    value += text.slice(at, end);
    if (text[end + 1] !== '"') return { value, next: end + 1 };
    value += '"';
    at = end + 2;
  }
}

function bare(text: string, from: number, separator: string): { value: string; next: number } {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), next: at };
}

/** A formula is one here, too: a spreadsheet that opened the file would work it out. The sign that we put before is taken off. */
function cellOf(words: string): ReadCell {
  if (/^\s*=/.test(words)) return { kind: 'formula', words };
  return { kind: 'text', words: cellWords(words) };
}

function separatorOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function textOf(bytes: Uint8Array): string {
  const encoding = !isWideText(bytes) ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('XL3');
  }
}

/** Whether it can only be text of two bytes a sign, as Excel writes it. */
export function isWideText(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
