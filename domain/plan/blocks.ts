import { cellWords, neutralCell } from '../sheets/neutral-cell';

/** A block of cells as spreadsheets put it on the clipboard: tabs and lines, with quotes around what holds either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cellWords(cell));
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') end();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  // Spreadsheets close the last line, too.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(neutralCell(cell), /[\t\r\n"]/)).join('\t')).join('\n');
}

/** A table as CSV (RFC 4180) with the mark by which Excel knows UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(neutralCell(cell), /[",\r\n]/)).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(cell: string, needing: RegExp): string {
  return needing.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
