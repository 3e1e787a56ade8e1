import {
  AGGREGATIONS,
  checkSheet,
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_TYPES,
  type IndicatorSheet,
  keepsMeaning,
} from '../monitoring/indicators';
import { parseValue, readNumber, typedValue } from '../monitoring/parse-value';
import { readPeriod } from '../monitoring/periods';
import { checkTargets, type Target } from '../monitoring/targets';
import { accept, type Outcome, type Refusal, refuse } from '../refusal';
import { cleanLine } from '../text/clean-line';
import type { RowsDone } from './activities';
import { type CellChange, type DryRun, dryRunOf, type TriedRow } from './dry-run';
import { rowFinder, westernDigits } from './known-rows';
import { rowMark } from './row-keys';
import { addressIn, type SheetFinding, type SheetTable } from './table';

/** Cells of an indicator that are lines, with the most characters of each. */
export const INDICATOR_LINES = {
  code: 40,
  title: 300,
  definition: 2000,
  unit: 80,
  meansOfVerification: 1000,
  source: 500,
  responsible: 300,
  disaggregation: 500,
} as const;
type Line = keyof typeof INDICATOR_LINES;

export const INDICATOR_CHOICES = {
  type: INDICATOR_TYPES,
  direction: DIRECTIONS,
  frequency: FREQUENCIES,
  aggregation: AGGREGATIONS,
  cumulative: ['yes', 'no'],
} as const;
export type Choice = keyof typeof INDICATOR_CHOICES;

export type WholeSheet = IndicatorSheet & Readonly<Record<Exclude<Line, 'code'>, string>>;

/** An indicator as it stands in the plan. */
export interface StandingIndicator extends WholeSheet {
  readonly id: string;
  readonly rev: number;
  /** MO7: what gives its figures their meaning no longer changes. */
  readonly isFixed: boolean;
  readonly targets: readonly Target[];
}

export interface IndicatorWrite {
  /** Null: a new one. */
  readonly indicatorId: string | null;
  readonly rev: number;
  readonly sheet: WholeSheet;
  readonly targets: readonly Target[];
}

export interface IndicatorGround {
  readonly years: { readonly fromYear: number; readonly toYear: number };
  readonly indicators: readonly StandingIndicator[];
  /** Codes of those that are retired: no other may bear one (MO2). */
  readonly retiredCodes: readonly string[];
  /** Results and activities that stand: what an indicator can measure. */
  readonly measurable: readonly {
    readonly id: string;
    readonly of: 'result' | 'activity';
    readonly code: string;
  }[];
  /** ISO codes that are known. */
  readonly countries: ReadonlySet<string>;
}

/** Words for the choices that there are, those that are said first. */
export type ChoiceNames = (choice: Choice, value: string) => readonly string[];

const NEW: WholeSheet = {
  ...{ code: '', title: '', definition: '', unit: '', meansOfVerification: '', source: '', responsible: '' },
  ...{ disaggregation: '', resultId: null, activityId: null, scale: [], baseline: null, baselineYear: null },
  ...{ type: 'number', direction: 'up', frequency: 'yearly', aggregation: 'sum', cumulative: false },
};

/** `target:2019:` of the region, `target:2019-H1:TH` of one country. */
export function targetKey({ period, country }: Pick<Target, 'period' | 'country'>): string {
  return `target:${period}:${country ?? ''}`;
}

/** Tries the rows of a file on the indicators of a plan. What the file does not hold is left as it stands. */
export function tryIndicators(
  table: SheetTable,
  ground: IndicatorGround,
  names: ChoiceNames,
  tell: RowsDone,
): DryRun<IndicatorWrite> {
  const find = rowFinder(ground.indicators);
  const findings: SheetFinding[] = [];
  const tried: TriedRow<IndicatorWrite>[] = [];
  table.rows.forEach(({ row, words }, index) => {
    if (index % 250 === 0) tell(index, table.rows.length);
    const wrong = (column: string | null, refusal: Refusal) =>
      findings.push({ row, address: addressIn(table, column, row), refusal });
    const known = find({ row, words });
    if ('refusal' in known) {
      wrong(known.column, known.refusal);
      return;
    }
    const { standing } = known;
    const before = findings.length;
    const sheet = sheetOf(table, words, standing ?? NEW, ground, names, wrong);
    const targets = targetsIn(table, words, sheet, standing?.targets ?? [], ground, wrong);
    if (findings.length > before) return;
    const write = { indicatorId: standing?.id ?? null, rev: standing?.rev ?? 0, sheet, targets };
    for (const { column, refusal } of faultsOf(write, ground)) wrong(column, refusal);
    const changes = changesOf(standing, write, ground, names);
    if (
      standing !== null &&
      changes.length > 0 &&
      known.mark !== '' &&
      known.mark !== indicatorMark(standing)
    ) {
      wrong(null, refuse('XL21'));
    }
    tried.push({ row, label: sheet.code, isNew: standing === null, changes, write });
  });
  for (const { row, refusal } of doubled(tried, ground)) {
    findings.push({ row, address: addressIn(table, 'code', row), refusal });
  }
  tell(table.rows.length, table.rows.length);
  return dryRunOf(table, tried, findings);
}

/** What a row wants that the plan as it stands does not take (MO3–MO7, MO11–MO13), each with its column. */
export function faultsOf(
  { indicatorId, rev, sheet, targets }: IndicatorWrite,
  ground: IndicatorGround,
): { readonly column: string | null; readonly refusal: Refusal }[] {
  const standing = ground.indicators.find(({ id }) => id === indicatorId);
  if (indicatorId !== null && standing?.rev !== rev) return [{ column: null, refusal: refuse('MO40') }];
  const measured = sheet.resultId ?? sheet.activityId;
  if (!ground.measurable.some(({ id }) => id === measured)) {
    return [{ column: 'measures', refusal: refuse('MO3', { field: 'measures' }) }];
  }
  const checked = checkSheet(sheet, []);
  if (!checked.ok) return [{ column: columnOf(checked), refusal: checked }];
  if (standing?.isFixed === true && !keepsMeaning(standing, sheet)) {
    return [{ column: 'type', refusal: refuse('MO7', { field: 'type' }) }];
  }
  const aimed = checkTargets(sheet, targets, ground.years);
  return aimed.ok ? [] : [{ column: columnOf(aimed), refusal: aimed }];
}

/** MO2: rows whose code is another's, of the file or of the plan. */
export function doubled<Row extends { readonly write: IndicatorWrite }>(
  rows: readonly Row[],
  ground: IndicatorGround,
): (Row & { readonly refusal: Refusal })[] {
  const written = new Set(rows.flatMap(({ write }) => write.indicatorId ?? []));
  const codes = new Map<string, number>();
  const count = (code: string) => codes.set(code.toLowerCase(), (codes.get(code.toLowerCase()) ?? 0) + 1);
  for (const { id, code } of ground.indicators) if (!written.has(id)) count(code);
  for (const code of ground.retiredCodes) count(code);
  for (const { write } of rows) count(write.sheet.code);
  return rows
    .filter(({ write }) => (codes.get(write.sheet.code.toLowerCase()) ?? 0) > 1)
    .map((row) => ({ ...row, refusal: refuse('MO2', { code: row.write.sheet.code, field: 'code' }) }));
}

/** A mark of everything that is said of an indicator, in no language. */
export function indicatorMark(indicator: StandingIndicator): string {
  const { targets, rev: _, isFixed: __, id: ___, ...sheet } = indicator;
  const aims = targets.map((target) => `${targetKey(target)}=${target.value}`).sort();
  const said = Object.entries(sheet).sort(([a], [b]) => (a < b ? -1 : 1));
  return rowMark([...said.map(([name, value]) => `${name}=${JSON.stringify(value)}`), ...aims]);
}

function columnOf({ detail }: Refusal): string {
  const field = String(detail?.field ?? '');
  return field === '' ? 'code' : field;
}

type Note = (column: string | null, refusal: Refusal) => void;
type Words = Readonly<Record<string, string>>;

function sheetOf(
  table: SheetTable,
  words: Words,
  standing: WholeSheet,
  ground: IndicatorGround,
  names: ChoiceNames,
  wrong: Note,
): WholeSheet {
  const said = (column: string) => (column in table.letters ? (words[column] ?? '') : null);
  const settled: Record<string, unknown> = {};
  for (const [name, most] of Object.entries(INDICATOR_LINES) as [Line, number][]) {
    const line = said(name);
    if (line === null) continue;
    const clean = cleanLine(line);
    const isNeeded = name === 'code' || name === 'title';
    if (clean.length > most || (isNeeded && clean === '')) wrong(name, refuse('XL28', { most }));
    settled[name] = clean;
  }
  for (const choice of Object.keys(INDICATOR_CHOICES) as Choice[]) {
    const line = cleanLine(said(choice) ?? '').toLowerCase();
    if (line === '') continue;
    const value = INDICATOR_CHOICES[choice].find(
      (known) =>
        known.toLowerCase() === line || names(choice, known).some((name) => name.toLowerCase() === line),
    );
    if (value === undefined) wrong(choice, refuse('XL29', { value: line.slice(0, 60) }));
    else settled[choice] = choice === 'cumulative' ? value === 'yes' : value;
  }
  const steps = said('scale');
  if (steps !== null)
    settled.scale = steps
      .split(steps.includes('\n') ? '\n' : ';')
      .map(cleanLine)
      .filter((step) => step !== '');
  const sheet = { ...standing, ...settled } as WholeSheet;
  const year = said('baselineYear');
  if (year !== null) {
    const number = year.trim() === '' ? null : Number(westernDigits(year).trim());
    const isYear = number === null || (Number.isInteger(number) && number >= 1980 && number <= 2100);
    if (!isYear) wrong('baselineYear', refuse('MO20', { typed: year.slice(0, 60) }));
    settled.baselineYear = number;
  }
  const baseline = said('baseline');
  if (baseline !== null) {
    const read = figureOf(sheet, baseline);
    if (read.ok) settled.baseline = read.value;
    else wrong('baseline', read);
  }
  const measures = said('measures');
  if (measures !== null) Object.assign(settled, measured(measures, standing, ground, wrong));
  return { ...sheet, ...settled } as WholeSheet;
}

/** MO3: by its code; where a result and an activity share one, what it measured stays. */
function measured(words: string, standing: WholeSheet, ground: IndicatorGround, wrong: Note) {
  const code = cleanLine(words).toLowerCase();
  const named = ground.measurable.filter((one) => one.code.toLowerCase() === code);
  const kept = named.find(({ id }) => id === (standing.resultId ?? standing.activityId));
  const found = kept ?? (named.length === 1 ? named[0] : undefined);
  if (found === undefined) {
    wrong('measures', refuse('MO3', { field: 'measures' }));
    return {};
  }
  const isResult = found.of === 'result';
  return { resultId: isResult ? found.id : null, activityId: isResult ? null : found.id };
}

/** A figure, or null where the cell is empty: a baseline that is not known, a target that is not set. */
function figureOf(sheet: WholeSheet, typed: string): Outcome<number | null> {
  const words = westernDigits(typed).trim();
  if (words === '') return accept(null);
  const number = readNumber(words);
  if (number !== null) return accept(number);
  if (sheet.type === 'text') return refuse('MO5');
  const read = parseValue(sheet, words);
  return read.ok ? accept(read.value.value) : read;
}

function targetsIn(
  table: SheetTable,
  words: Words,
  sheet: WholeSheet,
  standing: readonly Target[],
  ground: IndicatorGround,
  wrong: Note,
): readonly Target[] {
  const columns = Object.keys(table.letters).filter((key) => key.startsWith('target:'));
  const kept = standing.filter((target) => !columns.includes(targetKey(target)));
  const read = columns.flatMap((key): Target[] => {
    const [, name = '', country = ''] = key.split(':');
    const figure = figureOf(sheet, words[key] ?? '');
    if (!figure.ok) wrong(key, figure);
    if (!figure.ok || figure.value === null) return [];
    const period = readPeriod(name, ground.years);
    if (!period.ok) wrong(key, period);
    if (country !== '' && !ground.countries.has(country)) wrong(key, refuse('BO5', { country }));
    return [{ period: name, country: country === '' ? null : country, value: figure.value }];
  });
  return [...kept, ...read];
}

/** Everything that is said of an indicator, by columns, in words. */
export function sayIndicator(
  { sheet, targets }: Pick<IndicatorWrite, 'sheet' | 'targets'>,
  ground: Pick<IndicatorGround, 'measurable'>,
  names: ChoiceNames,
): Record<string, string> {
  const figure = (value: number) => typedValue(sheet, { kind: 'value', value, words: '' });
  const choice = (name: Choice, value: string) => names(name, value)[0] ?? value;
  return {
    ...Object.fromEntries(Object.keys(INDICATOR_LINES).map((name) => [name, sheet[name as Line]])),
    measures: ground.measurable.find(({ id }) => id === (sheet.resultId ?? sheet.activityId))?.code ?? '',
    type: choice('type', sheet.type),
    direction: choice('direction', sheet.direction),
    frequency: choice('frequency', sheet.frequency),
    aggregation: choice('aggregation', sheet.aggregation),
    cumulative: choice('cumulative', sheet.cumulative ? 'yes' : 'no'),
    // A step may hold a semicolon: then each has a line of its own.
    scale: sheet.scale.join(sheet.scale.some((step) => step.includes(';')) ? '\n' : '; '),
    baseline: sheet.baseline === null ? '' : figure(sheet.baseline),
    baselineYear: sheet.baselineYear === null ? '' : String(sheet.baselineYear),
    ...Object.fromEntries(targets.map((target) => [targetKey(target), figure(target.value)])),
  };
}

function changesOf(
  standing: StandingIndicator | null,
  write: IndicatorWrite,
  ground: IndicatorGround,
  names: ChoiceNames,
): CellChange[] {
  const before =
    standing === null ? {} : sayIndicator({ sheet: standing, targets: standing.targets }, ground, names);
  const after = sayIndicator(write, ground, names);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((column) => ({ column, before: before[column] ?? '', after: after[column] ?? '' }))
    .filter((change) => change.before !== change.after);
}
