import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { word } from './files';

/** What somebody types into a cell: words; or the markup of the whole cell, which begins with `<c`. */
export type Typed = Readonly<Record<string, string>>;

/** A file of ours with cells filled in as another program would: the rest of it stays as it was written. */
export function refill(file: Uint8Array, typed: Typed, part = 'xl/worksheets/sheet2.xml'): Uint8Array {
  const parts = unzipSync(file);
  let sheet = strFromU8(parts[part] ?? new Uint8Array());
  for (const [address, content] of Object.entries(typed)) sheet = withCell(sheet, address, content);
  return zipSync({ ...parts, [part]: strToU8(sheet) });
}

function withCell(sheet: string, address: string, content: string): string {
  const cell = content.startsWith('<c') ? content : word(address, content);
  const standing = new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`, 's');
  if (standing.test(sheet)) return sheet.replace(standing, () => cell);
  const number = address.replace(/\D/g, '');
  const row = new RegExp(`(<row r="${number}"(?:[^>]*[^/])?>)(.*?</row>)`, 's');
  if (row.test(sheet)) return sheet.replace(row, (_, begin, rest) => `${begin}${cell}${rest}`);
  return sheet.replace('</sheetData>', () => `<row r="${number}">${cell}</row></sheetData>`);
}
