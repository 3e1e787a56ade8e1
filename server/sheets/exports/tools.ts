import type { Activity, Result } from '../../../domain/plan/matrix';
import type { SheetLanguage } from '../../../domain/sheets/facts';
import type { CitedClause, ToolFacts } from '../../../domain/sheets/reports';
import type { CellContent, WrittenWorkbook } from '../../../domain/sheets/workbook';
import { countryName, nameIn } from '../../../messages/names';
import { columnNames, valueNames, wordsIn } from '../words';
import { plainBook } from './plain-book';

const TOOL1 = [
  ['area', 26],
  ['result', 30],
  ['code', 10],
  ['activity', 44],
  ['leads', 20],
  ['planned', 19],
  ['revised', 19],
  ['status', 16],
  ['reason', 32],
  ['text', 24],
  ['clause', 12],
  ['words', 52],
] as const;

/** Tool 1: how far the sectoral work plan is, and to which adopted texts its activities are aligned. */
export function tool1Of(facts: ToolFacts): WrittenWorkbook {
  const { locale, results } = facts;
  const rows = facts.activities.map((activity): CellContent[] => {
    const { area, below } = placeOf(results, activity.resultId);
    const clause = clauseOf(facts.clauses, activity);
    return [
      area === null ? null : named(locale, area),
      below === null ? null : named(locale, below),
      activity.code,
      activity.title,
      countriesOf(facts, activity.leads),
      span(activity.plannedFrom, activity.plannedTo),
      span(activity.revisedFrom, activity.revisedTo),
      valueNames(locale, 'status', activity.status)[0] ?? activity.status,
      activity.statusReason,
      clause === null ? null : textOf(clause),
      clause?.citation ?? null,
      clause?.words ?? null,
    ];
  });
  return plainBook({ ...headOf(facts, 'tool1'), columns: columnsOf(locale, 'tool1', TOOL1), rows });
}

const TOOL2 = [
  ['text', 30],
  ['clause', 12],
  ['words', 60],
  ['code', 10],
  ['activity', 44],
  ['leads', 20],
  ['planned', 19],
  ['status', 16],
] as const;

/** Tool 2: each clause of the adopted texts with what the plan does about it; a clause that nothing follows shows so. */
export function tool2Of(facts: ToolFacts): WrittenWorkbook {
  const { locale } = facts;
  const rows = facts.clauses.flatMap((clause): CellContent[][] => {
    const head = [textOf(clause), clause.citation, clause.words];
    const following = facts.activities.filter((activity) => clauseOf([clause], activity) !== null);
    if (following.length === 0) return [[...head, null, null, null, null, null]];
    return following.map((activity) => [
      ...head,
      activity.code,
      activity.title,
      countriesOf(facts, activity.leads),
      span(activity.plannedFrom, activity.plannedTo),
      valueNames(locale, 'status', activity.status)[0] ?? activity.status,
    ]);
  });
  return plainBook({ ...headOf(facts, 'tool2'), columns: columnsOf(locale, 'tool2', TOOL2), rows });
}

function headOf({ locale, at, title }: ToolFacts, tool: 'tool1' | 'tool2') {
  const t = wordsIn(locale);
  const sheetName = t(`file.${tool}`);
  return { locale, at, title, sheetName, lead: [t(`file.${tool}Is`), t('guide.reading')] };
}

function columnsOf<G extends 'tool1' | 'tool2'>(
  locale: SheetLanguage,
  tool: G,
  columns: readonly (readonly [key: Parameters<typeof columnNames<G>>[2], width: number])[],
) {
  return columns.map(([key, width]) => ({ name: columnNames(locale, tool, key)[0] ?? key, width }));
}

function clauseOf(clauses: readonly CitedClause[], { clauseId, versionId }: Activity): CitedClause | null {
  return clauses.find((clause) => clause.clauseId === clauseId && clause.versionId === versionId) ?? null;
}

/** The area of a result, and the result itself where it is none. */
function placeOf(results: readonly Result[], id: string): { area: Result | null; below: Result | null } {
  const own = results.find((result) => result.id === id) ?? null;
  let area = own;
  while (area !== null && area.level !== 'area') {
    const above: string | null = area.parentId;
    area = results.find((result) => result.id === above) ?? null;
  }
  return { area, below: own?.level === 'area' ? null : own };
}

function named(locale: SheetLanguage, { code, title, titleThai }: Result): string {
  return `${code} ${nameIn(locale, title, titleThai)}`;
}

function textOf({ symbol, title }: CitedClause): string {
  return symbol === '' ? title : `${symbol} ${title}`;
}

function countriesOf({ countries, locale }: ToolFacts, codes: readonly string[]): string {
  return codes
    .map((code) => {
      const country = countries.find((known) => known.code === code);
      return country === undefined ? code : countryName(locale, country);
    })
    .join(', ');
}

/** From – to; what nobody said stays open. */
function span(from: string | null, to: string | null): string | null {
  return from === null && to === null ? null : `${from ?? '…'} – ${to ?? '…'}`;
}
