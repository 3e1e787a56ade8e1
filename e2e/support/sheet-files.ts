import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The table of a file of ours; the guide stands before it. */
const TABLE = 'xl/worksheets/sheet2.xml';

/** The row of each indicator by its code, which stands in the second column. */
export function rowsByCode(file: Uint8Array): (code: string) => number {
  const parts = unzipSync(file);
  const textOf = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
  const strings = [...textOf('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(
    ([, words]) => words,
  );
  const rows = new Map(
    [...textOf(TABLE).matchAll(/<c r="B(\d+)"[^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(
      ([, row, place]) => [strings[Number(place)], Number(row)] as const,
    ),
  );
  return (code) => {
    const row = rows.get(code);
    if (row === undefined) throw new Error(`no row of ${code} in the file`);
    return row;
  };
}

/** The file with cells filled in, as a spreadsheet would. What begins with `<c` is the markup of the whole cell. */
export function refill(file: Uint8Array, typed: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(file);
  let sheet = strFromU8(parts[TABLE] ?? new Uint8Array());
  for (const [address, content] of Object.entries(typed)) {
    const standing = new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`, 's');
    const cell = content.startsWith('<c')
      ? content
      : `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`;
    sheet = standing.test(sheet) ? sheet.replace(standing, () => cell) : withCell(sheet, address, cell);
  }
  return zipSync({ ...parts, [TABLE]: strToU8(sheet) });
}

/** An empty cell is not in the file: it comes before the next one of its row. */
function withCell(sheet: string, address: string, cell: string): string {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const place = (letters: string) => letters.padStart(3);
  const found = new RegExp(`(<row r="${row}"[^>]*>)(.*?)</row>`, 's').exec(sheet);
  if (found === null) throw new Error(`no row of ${address} in the file`);
  const [whole, start = '', cells = ''] = found;
  const next = [...cells.matchAll(/<c r="([A-Z]+)\d+"/g)].find(
    ([, other = '']) => place(other) > place(column),
  );
  const at = next?.index ?? cells.length;
  return sheet.replace(whole, () => `${start}${cells.slice(0, at)}${cell}${cells.slice(at)}</row>`);
}
