import type { SheetKind } from '@/domain/sheets/facts';
import { en } from '@/messages/en';
import type { Locale } from '@/messages/locale';
import { th } from '@/messages/th';

const CATALOGUES = { en, th };

/** What stands above a column of a file of this kind. */
export function columnHeading(locale: Locale, kind: SheetKind, column: string): string {
  const headings: Readonly<Record<string, string>> = CATALOGUES[locale].sheets.columns[kind];
  if (!column.startsWith('target:')) return headings[column] ?? column;
  // A target is of a period, and of the region or one country.
  const [, period = '', country = ''] = column.split(':');
  return [headings.target ?? '', period, country].join(' ').trim();
}
