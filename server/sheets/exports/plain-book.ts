import { dayOf } from '../../../domain/body/days';
import type { SheetLanguage } from '../../../domain/sheets/facts';
import type { CellContent, WrittenColumn, WrittenWorkbook } from '../../../domain/sheets/workbook';
import { sayShortDay } from '../../../messages/dates';
import { wordsIn } from '../words';

/** A workbook that only tells: one table, of which nothing is read back. */
export function plainBook(of: {
  readonly locale: SheetLanguage;
  readonly at: string;
  readonly title: string;
  readonly sheetName: string;
  /** Lines under the title. */
  readonly lead?: readonly string[];
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly CellContent[])[];
}): WrittenWorkbook {
  const made = wordsIn(of.locale)('guide.made', { day: sayShortDay(of.locale, dayOf(of.at)) });
  return {
    title: of.title,
    creator: 'Mufakat',
    at: of.at,
    guide: { name: '', lines: [] },
    sheets: [
      {
        name: of.sheetName,
        title: [of.title, ...(of.lead ?? []), made],
        columns: of.columns,
        rows: of.rows,
      },
    ],
    lists: {},
    mark: null,
  };
}
