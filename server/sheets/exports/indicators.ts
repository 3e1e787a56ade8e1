import type { SheetLanguage } from '../../../domain/sheets/facts';
import type { IndicatorLine, IndicatorsFacts, ReportedIndicator } from '../../../domain/sheets/reports';
import type { CellContent, WrittenWorkbook } from '../../../domain/sheets/workbook';
import { columnNames, valueNames, wordsIn } from '../words';
import { plainBook } from './plain-book';

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

/** What a plan is measured by, with a column for each milestone. */
export function indicatorsBook(facts: IndicatorsFacts): WrittenWorkbook {
  const { locale, lines } = facts;
  const nameOf = (key: (typeof COLUMNS)[number][0] | 'target') =>
    columnNames(locale, 'indicators', key)[0] ?? key;
  const milestones = [...new Set(lines.flatMap(({ targets }) => targets.map(milestoneOf)))].sort();
  return plainBook({
    ...facts,
    sheetName: wordsIn(locale)('file.indicators'),
    columns: [
      ...COLUMNS.map(([key, width]) => ({ name: nameOf(key), width })),
      ...milestones.map((milestone) => ({ name: `${nameOf('target')} ${milestone}`, width: 13 })),
    ],
    rows: lines.map((line) => [
      ...COLUMNS.map(([key]) => cellOf(line, key, locale)),
      ...milestones.map(
        (milestone) => line.targets.find((target) => milestoneOf(target) === milestone)?.value ?? null,
      ),
    ]),
  });
}

/** `2022`, or `2022 TH` for one country. */
function milestoneOf({ period, country }: IndicatorLine['targets'][number]): string {
  return country === null ? period : `${period} ${country}`;
}

function cellOf(
  { indicator, measures }: IndicatorLine,
  key: (typeof COLUMNS)[number][0],
  locale: SheetLanguage,
): CellContent {
  switch (key) {
    case 'measures':
      return measures;
    case 'scale':
      return indicator.scale.join('; ');
    case 'type':
    case 'direction':
    case 'frequency':
    case 'aggregation':
      return choiceOf(indicator, key, locale);
    case 'cumulative':
      return valueNames(locale, 'yesNo', indicator.cumulative ? 'yes' : 'no')[0] ?? '';
    default:
      return indicator[key];
  }
}

function choiceOf(
  indicator: ReportedIndicator,
  key: 'type' | 'direction' | 'frequency' | 'aggregation',
  locale: SheetLanguage,
): string {
  switch (key) {
    case 'type':
      return valueNames(locale, 'type', indicator.type)[0] ?? indicator.type;
    case 'direction':
      return valueNames(locale, 'direction', indicator.direction)[0] ?? indicator.direction;
    case 'frequency':
      return valueNames(locale, 'frequency', indicator.frequency)[0] ?? indicator.frequency;
    case 'aggregation':
      return valueNames(locale, 'aggregation', indicator.aggregation)[0] ?? indicator.aggregation;
    default:
      return key satisfies never;
  }
}
