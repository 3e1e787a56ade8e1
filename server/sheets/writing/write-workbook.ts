import {
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { columnLetters } from '../../../domain/sheets/addresses';
import {
  type CellContent,
  UNREADABLE,
  type WrittenSheet,
  type WrittenWorkbook,
} from '../../../domain/sheets/workbook';
import { MARK_SHEET, markRows } from '../mark';
import * as looks from './looks';

const LISTS_SHEET = 'lists';
const LONGEST_CELL = 32_767;

/**
 * Writes a workbook: a guide, the sheets, and hidden behind them the lists to choose from and the mark by which the file
 * is known again. Every word is a plain string of the file (XL26).
 */
export async function writeWorkbook(book: WrittenWorkbook): Promise<Uint8Array> {
  const lists = Object.entries(book.lists);
  return writeXlsx({
    properties: {
      title: book.title,
      creator: book.creator,
      created: new Date(book.at),
      modified: new Date(book.at),
    },
    defaultFont: looks.FONT,
    activeSheet: 0,
    sheets: [
      ...(book.guide.lines.length === 0 ? [] : [guideSheet(book)]),
      ...book.sheets.map((sheet) => dataSheet(sheet, book.lists)),
      ...(lists.length === 0 ? [] : [{ name: LISTS_SHEET, hidden: true, rows: listRows(lists) }]),
      ...(book.mark === null ? [] : [{ name: MARK_SHEET, veryHidden: true, rows: markRows(book.mark) }]),
    ],
  });
}

function guideSheet({ guide }: WrittenWorkbook): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  guide.lines.forEach(([kind, words], row) => {
    cells.set(`${row},0`, {
      value: plain(words),
      type: 'string',
      style: kind === 'heading' ? looks.HEADING : looks.PARAGRAPH,
    });
  });
  return {
    name: guide.name,
    columns: [{ width: 100 }],
    rows: guide.lines.map(([, words]) => [plain(words)]),
    cells,
    view: { showGridLines: false },
  };
}

function dataSheet(sheet: WrittenSheet, lists: WrittenWorkbook['lists']): WriteSheet {
  const above = sheet.title.length;
  const cells = new Map<string, Partial<Cell>>();
  const style = (row: number, column: number, value: CellValue, look: CellStyle) =>
    cells.set(`${row},${column}`, {
      value,
      type: typeof value === 'number' ? 'number' : value === null ? 'empty' : 'string',
      style: look,
    });
  sheet.title.forEach((line, row) => {
    style(row, 0, plain(line), row === 0 ? looks.HEADING : looks.NOTE);
  });
  sheet.columns.forEach(({ name }, column) => {
    style(above, column, name, looks.HEADER);
  });
  const last = sheet.rows.length + (sheet.spare ?? 0);
  for (let index = 0; index < last; index += 1) {
    sheet.columns.forEach(({ isLocked }, column) => {
      const content = asValue(sheet.rows[index]?.[column] ?? null);
      if (content === null && sheet.isGuarded !== true && isLocked !== true) return;
      const look = sheet.wrong?.has(`${index},${column}`)
        ? looks.WRONG
        : isLocked === true
          ? looks.LOCKED
          : looks.OPEN;
      style(above + 1 + index, column, content, look);
    });
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows: [
      ...sheet.title.map((line) => [plain(line)]),
      sheet.columns.map(({ name }) => name),
      ...sheet.rows.map((row) => row.map(asValue)),
    ],
    cells,
    freezePane: { rows: above + 1 },
    dataValidations: validationsOf(sheet, lists, above + 2, above + 1 + Math.max(1, last)),
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${above + 1}:$${above + 1}`,
    },
    ...(sheet.isGuarded === true
      ? { protection: { sheet: true } }
      : {
          autoFilter: {
            range: `A${above + 1}:${columnLetters(sheet.columns.length - 1)}${above + 1 + last}`,
          },
        }),
  };
}

function validationsOf(
  sheet: WrittenSheet,
  lists: WrittenWorkbook['lists'],
  from: number,
  to: number,
): DataValidation[] {
  const names = Object.keys(lists);
  return sheet.columns.flatMap((column, index): DataValidation[] => {
    const letters = columnLetters(index);
    const range = `${letters}${from}:${letters}${to}`;
    const place = names.indexOf(column.list ?? '');
    const hint =
      column.hint === undefined
        ? {}
        : {
            showInputMessage: true,
            inputTitle: column.name.slice(0, 32),
            inputMessage: column.hint.slice(0, 255),
          };
    if (place >= 0) {
      const list = columnLetters(place);
      const length = Math.max(1, lists[column.list ?? '']?.length ?? 1);
      return [
        {
          type: 'list',
          formula1: `${LISTS_SHEET}!$${list}$1:$${list}$${length}`,
          range,
          allowBlank: true,
          showErrorMessage: column.isOpenList !== true,
          ...hint,
        },
      ];
    }
    // Nothing that is typed over a key is accepted; sorting and filtering stay possible.
    if (column.isLocked === true && sheet.isGuarded !== true) {
      return [{ type: 'custom', formula1: 'FALSE', range, showErrorMessage: true, ...hint }];
    }
    if (column.hint === undefined) return [];
    return [
      {
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formula1: '32767',
        range,
        allowBlank: true,
        ...hint,
      },
    ];
  });
}

function listRows(lists: readonly (readonly [name: string, values: readonly string[]])[]): CellValue[][] {
  const longest = Math.max(...lists.map(([, values]) => values.length));
  return Array.from({ length: longest }, (_, row) => lists.map(([, values]) => values[row] ?? null));
}

function asValue(content: CellContent): CellValue {
  if (content === UNREADABLE) return '#VALUE!';
  return typeof content === 'string' ? plain(content) : content;
}

/** Without the characters that XML has no place for. An empty text is an empty cell. */
function plain(words: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML does not have
  const clean = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
  return clean === '' ? null : escaped(clean.slice(0, LONGEST_CELL));
}

/** Words that look like an escape of this format, or that the writer would take for an error, are escaped themselves. */
function escaped(words: string): string {
  const literal = words.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_');
  return /^#[A-Z0-9/_]+[!?]?$/.test(literal) ? `_x0023_${literal.slice(1)}` : literal;
}
