import type { SheetLanguage } from '../../domain/sheets/facts';
import { en } from '../../messages/en';
import { th } from '../../messages/th';
import { translator } from '../../messages/translate';

const OTHER: Readonly<Record<SheetLanguage, SheetLanguage>> = { en: 'th', th: 'en' };
const CATALOGUES = { en, th };

type Columns = typeof en.sheets.columns;
type Values = typeof en.sheets.values;

export function wordsIn(locale: SheetLanguage) {
  return translator(locale, 'sheets');
}

/** What stands above a column: first in the language of the file, then in the other. */
export function columnNames<G extends 'activities' | 'return' | 'indicators' | 'tool1' | 'tool2'>(
  locale: SheetLanguage,
  group: G,
  key: keyof Columns[G] & string,
): string[] {
  const nameIn = (language: SheetLanguage) =>
    (CATALOGUES[language].sheets.columns[group] as Readonly<Record<string, string>>)[key] ?? key;
  return [nameIn(locale), nameIn(OTHER[locale])];
}

export function keyNames(locale: SheetLanguage): string[] {
  return [CATALOGUES[locale].sheets.columns.key, CATALOGUES[OTHER[locale]].sheets.columns.key];
}

export function findingNames(locale: SheetLanguage): string[] {
  return [CATALOGUES[locale].sheets.file.findings, CATALOGUES[OTHER[locale]].sheets.file.findings];
}

/** What a choice is called: first in the language of the file, then in the other. */
export function valueNames<
  G extends keyof Values & ('status' | 'type' | 'direction' | 'frequency' | 'aggregation' | 'yesNo'),
>(locale: SheetLanguage, group: G, value: keyof Values[G] & string): string[] {
  const nameIn = (language: SheetLanguage) =>
    (CATALOGUES[language].sheets.values[group] as Readonly<Record<string, string>>)[value] ?? value;
  return [nameIn(locale), nameIn(OTHER[locale])];
}
