import { accept, type Outcome, type Refusal, refuse } from '../refusal';
import { cleanLine } from '../text/clean-line';
import { cellAddress, columnLetters } from './addresses';
import type { ReadCell, ReadRow, ReadSheet } from './read-sheet';

/** A column of a kind of sheet, known by what stands above it, wherever it stands. */
export interface SheetColumn {
  readonly key: string;
  /** What may stand above it; the first is what we write. */
  readonly names: readonly string[];
  /** A sheet without it is not read. */
  readonly isNeeded?: boolean;
  /** It is told to whoever fills the sheet in, and never read back. */
  readonly isTold?: boolean;
}

/** What is wrong, and where: `D17`, or `17` for the whole row. */
export interface SheetFinding {
  readonly row: number;
  readonly address: string;
  readonly refusal: Refusal;
}

/** The words of a row by the keys of their columns; empty cells are not in it. */
export interface TableRow {
  readonly row: number;
  readonly words: Readonly<Record<string, string>>;
}

/** The one table of a file that is read. */
export interface SheetTable {
  readonly sheetName: string;
  /** Letters of the columns that are there. */
  readonly letters: Readonly<Record<string, string>>;
  /** What stands above columns that are not read. */
  readonly ignored: readonly string[];
  readonly rows: readonly TableRow[];
  readonly findings: readonly SheetFinding[];
}

export const MOST_ROWS = 5000;
/** So far down it may begin: above it stand titles and instructions. */
const HEADER_WITHIN = 30;

interface Header {
  readonly sheet: ReadSheet;
  readonly row: ReadRow;
  /** Place in the row and column that it is. */
  readonly places: readonly (readonly [place: number, column: SheetColumn])[];
}

/**
 * Finds the table in the sheets of a file and reads its rows by their columns (XL11, XL12, XL14); cells that cannot be
 * read are findings (XL16–XL18). `another` knows columns whose names are made, such as one for each year.
 */
export function tableOf(
  sheets: readonly ReadSheet[],
  columns: readonly SheetColumn[],
  another: (name: string) => SheetColumn | null = () => null,
): Outcome<SheetTable> {
  const header = bestHeader(sheets, columns, another);
  const missing = columns.filter(
    (column) =>
      column.isNeeded === true && header?.places.every(([, known]) => known.key !== column.key) !== false,
  );
  if (header === null || missing.length > 0) {
    return refuse('XL11', { columns: missing.map(({ names }) => names[0]).join(', ') });
  }
  const twice = header.places.find(([place, { key }]) =>
    header.places.some(([other, column]) => other < place && column.key === key),
  );
  if (twice !== undefined) {
    return refuse('XL12', {
      column: shown(header.row.cells.get(twice[0])),
      cell: cellAddress(twice[0], header.row.number),
    });
  }
  const read = header.places.filter(([, { isTold }]) => isTold !== true);
  const below = header.sheet.rows.filter(({ number }) => number > header.row.number);
  const known = new Set(header.places.map(([place]) => place));
  const findings: SheetFinding[] = [];
  const rows: TableRow[] = [];
  for (const row of below) {
    const words: Record<string, string> = {};
    for (const [place, { key }] of read) {
      const cell = row.cells.get(place);
      if (cell === undefined) continue;
      const refusal = unreadable(cell);
      if (refusal !== null)
        findings.push({ row: row.number, address: cellAddress(place, row.number), refusal });
      if (cell.words !== '') words[key] = cell.words;
    }
    if (Object.keys(words).length > 0) rows.push({ row: row.number, words });
    if (rows.length > MOST_ROWS) return refuse('XL14', { most: MOST_ROWS });
  }
  return accept({
    sheetName: header.sheet.name,
    letters: Object.fromEntries(header.places.map(([place, { key }]) => [key, columnLetters(place)])),
    ignored: [...header.row.cells]
      .filter(([place, cell]) => !known.has(place) && cell.words.trim() !== '')
      .map(([, cell]) => shown(cell)),
    rows,
    findings: [...findings, ...mergedFindings(header, read)].sort((a, b) => a.row - b.row),
  });
}

/** The address of a cell of the table; of the row where its column is not there. */
export function addressIn(table: Pick<SheetTable, 'letters'>, key: string | null, row: number): string {
  const letters = key === null ? undefined : table.letters[key];
  return letters === undefined ? String(row) : `${letters}${row}`;
}

function bestHeader(
  sheets: readonly ReadSheet[],
  columns: readonly SheetColumn[],
  another: (name: string) => SheetColumn | null,
): Header | null {
  const byName = new Map(columns.flatMap((column) => column.names.map((name) => [folded(name), column])));
  let best: Header | null = null;
  for (const sheet of sheets) {
    for (const row of sheet.rows.slice(0, HEADER_WITHIN)) {
      const places = [...row.cells].flatMap(([place, { words }]) => {
        const column = byName.get(folded(words)) ?? another(cleanLine(words));
        return column === null || column === undefined ? [] : [[place, column] as const];
      });
      if (places.length > (best?.places.length ?? 0)) best = { sheet, row, places };
    }
  }
  return best;
}

function unreadable(cell: ReadCell): Refusal | null {
  if (cell.kind === 'formula') return refuse('XL16');
  if (cell.kind === 'error') return refuse('XL18', { value: cell.words });
  return null;
}

/** XL17: cells that were made one hold the words of the first and hide the others. */
function mergedFindings(
  { sheet, row }: Header,
  read: readonly (readonly [place: number, column: SheetColumn])[],
): SheetFinding[] {
  return sheet.merged
    .filter(
      ({ from, to }) =>
        to.row > row.number && read.some(([place]) => from.column <= place && place <= to.column),
    )
    .map(({ from, to }) => ({
      row: from.row,
      address: `${cellAddress(from.column, from.row)}:${cellAddress(to.column, to.row)}`,
      refusal: refuse('XL17'),
    }));
}

function folded(name: string): string {
  return cleanLine(name)
    .replace(/\s*\*$/, '')
    .toLowerCase();
}

function shown(cell: ReadCell | undefined): string {
  const words = cleanLine(cell?.words ?? '');
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
