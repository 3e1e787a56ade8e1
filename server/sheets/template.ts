import { placeOf } from '../../domain/sheets/addresses';
import type { DryRun } from '../../domain/sheets/dry-run';
import { type SheetFacts, targetOf } from '../../domain/sheets/facts';
import { readKey, rowMark } from '../../domain/sheets/row-keys';
import {
  type CellContent,
  UNREADABLE,
  type WrittenSheet,
  type WrittenWorkbook,
} from '../../domain/sheets/workbook';
import { refusalMessage } from '../../messages/refusal-message';
import { kindOf } from './kinds';
import type { Kind, KindColumn, StandingCells } from './kinds/kind';
import { findingNames, wordsIn } from './words';

/** The file that goes out: rows as they stand. */
export function templateOf(facts: SheetFacts): WrittenWorkbook {
  const kind = kindOf(facts);
  return bookOf(facts, kind, tableSheet(kind, kind.rows));
}

/** The table of that file alone, for separated values. */
export function plainTableOf(facts: SheetFacts): WrittenSheet {
  const kind = kindOf(facts);
  return tableSheet(kind, kind.rows);
}

/** A file that was checked, as it came, with what is wrong marked and said at the end of each row (XL23). */
export function findingsOf(
  facts: SheetFacts,
  run: Pick<DryRun, 'table' | 'findings' | 'letters'>,
): WrittenWorkbook {
  const kind = kindOf(facts);
  const known = new Map(kind.rows.flatMap((row) => [[idOf(row), row] as const, [row.code, row] as const]));
  const byRow = new Map<number, DryRun['findings'][number][]>();
  for (const finding of run.findings) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  const wrong = new Set<string>();
  const unread = run.findings.filter(({ refusal }) => UNREAD.includes(refusal.rule));
  const rows = everyRow(run).map(({ row, words }, index): StandingCells => {
    const base = known.get(readKey(words.key ?? '')?.id) ?? known.get(words.code ?? '') ?? {};
    const found = byRow.get(row) ?? [];
    const isUnread = (address: string) => unread.some((finding) => covers(finding.address, address));
    kind.columns.forEach(({ key }, column) => {
      const address = `${run.letters[key]}${row}`;
      const isWrong = found.some((finding) => finding.address === address) || isUnread(address);
      if (isWrong) wrong.add(`${index},${column}`);
    });
    if (found.length > 0) wrong.add(`${index},${kind.columns.length}`);
    return {
      ...Object.fromEntries(
        kind.columns.map((column) => {
          const isLost = isUnread(`${run.letters[column.key]}${row}`);
          return [column.key, isLost ? UNREADABLE : givenBack(column, base, words, run.letters)];
        }),
      ),
      findings: found
        .map((each) => `${each.address}: ${refusalMessage(each.refusal, facts.locale)}`)
        .join('\n'),
    };
  });
  const findings: KindColumn = {
    key: 'findings',
    names: findingNames(facts.locale),
    written: { width: 60 },
  };
  return bookOf(facts, kind, {
    ...tableSheet({ ...kind, columns: [...kind.columns, findings] }, rows),
    wrong,
  });
}

/** Cells that hold a formula or an error, or were made one. */
const UNREAD: readonly string[] = ['XL16', 'XL17', 'XL18'];

/** The rows that were read, and those of which only something wrong is known. */
function everyRow({ table, findings }: Pick<DryRun, 'table' | 'findings'>): DryRun['table'] {
  const read = new Set(table.map(({ row }) => row));
  const rest = [...new Set(findings.map(({ row }) => row))].filter((row) => row > 0 && !read.has(row));
  return [...table, ...rest.map((row) => ({ row, words: {} }))].sort((a, b) => a.row - b.row);
}

/** Whether an address, `D17` or `B5:B9`, names a cell or holds it. */
function covers(named: string, address: string): boolean {
  const [from, to = from] = named.split(':').map(placeOf);
  const cell = placeOf(address);
  if (from == null || to == null || cell === null) return false;
  const isWithin = (at: number, least: number, most: number) => at >= least && at <= most;
  return isWithin(cell.row, from.row, to.row) && isWithin(cell.column, from.column, to.column);
}

function givenBack(
  { key, isTold, isNumber }: KindColumn,
  base: StandingCells,
  words: Readonly<Record<string, string>>,
  letters: Readonly<Record<string, string>>,
): CellContent {
  if (isTold === true || letters[key] === undefined) return base[key] ?? null;
  const said = words[key] ?? '';
  return isNumber === true && /^-?\d{1,15}(\.\d{1,10})?$/.test(said) ? Number(said) : said;
}

function idOf({ key }: StandingCells): string {
  return readKey(String(key ?? ''))?.id ?? '';
}

function tableSheet(kind: Kind, rows: readonly StandingCells[]): WrittenSheet {
  return {
    name: kind.sheetName,
    title: kind.title,
    columns: kind.columns.map(({ names, written }) => ({ name: names[0] ?? '', ...written })),
    rows: rows.map((row) => kind.columns.map(({ key }) => row[key] ?? null)),
    spare: kind.spare ?? 0,
    isGuarded: kind.spare === null,
  };
}

function bookOf(facts: SheetFacts, kind: Kind, sheet: WrittenSheet): WrittenWorkbook {
  return {
    title: facts.title,
    creator: 'Mufakat',
    at: facts.at,
    guide: { name: wordsIn(facts.locale)('file.guide'), lines: kind.guide },
    sheets: [sheet],
    lists: Object.fromEntries(Object.entries(kind.lists).filter(([, values]) => values.length > 0)),
    mark: { target: targetOf(facts), hash: rowMark(kind.rows.map((row) => String(row.key ?? ''))) },
  };
}
