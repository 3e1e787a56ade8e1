import { typedValue } from '../../../domain/monitoring/parse-value';
import { readPeriod } from '../../../domain/monitoring/periods';
import type { PlanIndicatorsFacts } from '../../../domain/sheets/facts';
import {
  type Choice,
  type ChoiceNames,
  INDICATOR_CHOICES,
  indicatorMark,
  type StandingIndicator,
  sayIndicator,
  targetKey,
  tryIndicators,
} from '../../../domain/sheets/indicators';
import { sayKey } from '../../../domain/sheets/row-keys';
import type { SheetColumn } from '../../../domain/sheets/table';
import { columnNames, keyNames, valueNames, wordsIn } from '../words';
import { guideOf } from './guide';
import type { Kind, KindColumn, StandingCells } from './kind';

const SPARE = 100;
const COLUMNS = [
  ['code', 10],
  ['title', 44],
  ['measures', 14],
  ['definition', 44],
  ['unit', 14],
  ['type', 12],
  ['scale', 24],
  ['direction', 10],
  ['cumulative', 11],
  ['baseline', 11],
  ['baselineYear', 11],
  ['meansOfVerification', 30],
  ['source', 24],
  ['responsible', 24],
  ['frequency', 13],
  ['disaggregation', 24],
  ['aggregation', 20],
] as const;

/** The indicators of a plan, with a column for each period of which there is a target, and for every year. */
export function indicatorsKind(facts: PlanIndicatorsFacts): Kind {
  const { locale, ground } = facts;
  const t = wordsIn(locale);
  const sheetName = t('file.indicators');
  const names: ChoiceNames = (choice, value) => choiceNames(locale, choice, value);
  const key: KindColumn = {
    key: 'key',
    names: keyNames(locale),
    written: { width: 14, isLocked: true, hint: t('hints.key') },
  };
  const heads = columnNames(locale, 'indicators', 'target');
  const targetColumn = (period: string, country: string | null): KindColumn => ({
    key: targetKey({ period, country }),
    names: heads.map((head) => [head, period, country ?? ''].join(' ').trim()),
    isNumber: true,
    written: { width: 13, hint: t('hints.target') },
  });
  return {
    sheetName,
    title: [facts.title],
    guide: guideOf(facts, 'indicators', sheetName),
    columns: [
      key,
      ...COLUMNS.map(
        ([name, width]): KindColumn => ({
          key: name,
          names: columnNames(locale, 'indicators', name),
          isNeeded: name === 'code' || name === 'title',
          isNumber: name === 'baseline' || name === 'baselineYear',
          written: { width, ...listOf(name), ...(name === 'scale' ? { hint: t('hints.scale') } : {}) },
        }),
      ),
      ...milestonesOf(facts).map(([period, country]) => targetColumn(period, country)),
    ],
    another: (name) => anotherTarget(name, heads),
    rows: ground.indicators.map((indicator) => cellsOf(indicator, facts, names)),
    lists: {
      measures: ground.measurable.map(({ code }) => code),
      ...Object.fromEntries(
        (Object.keys(INDICATOR_CHOICES) as Choice[]).map((choice) => [
          choice,
          INDICATOR_CHOICES[choice].flatMap((value) => names(choice, value)[0] ?? []),
        ]),
      ),
    },
    spare: SPARE,
    run: (table, tell) => tryIndicators(table, ground, names, tell),
  };
}

function listOf(name: (typeof COLUMNS)[number][0]) {
  return name === 'measures' || name in INDICATOR_CHOICES ? { list: name } : {};
}

function choiceNames(locale: PlanIndicatorsFacts['locale'], choice: Choice, value: string): string[] {
  return choice === 'cumulative'
    ? valueNames(locale, 'yesNo', value as 'yes')
    : valueNames(locale, choice as 'type', value as 'number');
}

/** Periods and countries of which there is a target, and every year of the plan, in their order. */
function milestonesOf({ ground }: PlanIndicatorsFacts): readonly (readonly [string, string | null])[] {
  const { fromYear, toYear } = ground.years;
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => String(fromYear + index));
  const named = new Map<string, readonly [string, string | null]>(
    years.map((year) => [`${year} `, [year, null]]),
  );
  for (const { targets } of ground.indicators) {
    for (const { period, country } of targets) named.set(`${period} ${country ?? ''}`, [period, country]);
  }
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, milestone]) => milestone);
}

/** "Target 2019-H1 TH": a column that somebody added for another period or country. */
function anotherTarget(name: string, heads: readonly string[]): SheetColumn | null {
  const head = heads.find((each) => name.toLowerCase().startsWith(`${each.toLowerCase()} `));
  if (head === undefined) return null;
  const [period = '', country = '', ...more] = name.slice(head.length).trim().toUpperCase().split(/\s+/);
  if (!readPeriod(period).ok || more.length > 0 || !/^([A-Z]{2})?$/.test(country)) return null;
  return { key: targetKey({ period, country: country === '' ? null : country }), names: [name] };
}

function cellsOf(
  indicator: StandingIndicator,
  facts: PlanIndicatorsFacts,
  names: ChoiceNames,
): StandingCells {
  const said = sayIndicator({ sheet: indicator, targets: indicator.targets }, facts.ground, names);
  const isFigure = indicator.type === 'number' || indicator.type === 'percent';
  const figure = (value: number) =>
    isFigure ? value : typedValue(indicator, { kind: 'value', value, words: '' });
  return {
    ...said,
    key: sayKey({ id: indicator.id, mark: indicatorMark(indicator) }),
    ...(indicator.baseline === null ? {} : { baseline: figure(indicator.baseline) }),
    ...(indicator.baselineYear === null ? {} : { baselineYear: indicator.baselineYear }),
    ...Object.fromEntries(indicator.targets.map((target) => [targetKey(target), figure(target.value)])),
  };
}
