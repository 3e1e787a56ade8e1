import type { ReturnsFacts } from '../../../domain/sheets/reports';
import type { WrittenWorkbook } from '../../../domain/sheets/workbook';
import { countryName } from '../../../messages/names';
import { writtenAnswer } from '../kinds/returns';
import { columnNames, wordsIn } from '../words';
import { plainBook } from './plain-book';

/** All returns of a round that the reader may see: a row for each country and indicator, ready to be sorted and summed. */
export function returnsBook(facts: ReturnsFacts): WrittenWorkbook {
  const { locale } = facts;
  const name = (key: 'code' | 'title' | 'unit' | 'target' | 'value' | 'note' | 'evidence') =>
    columnNames(locale, 'return', key)[0] ?? key;
  const t = wordsIn(locale);
  return plainBook({
    ...facts,
    sheetName: t('file.return'),
    columns: [
      { name: t('columns.country'), width: 18 },
      { name: name('code'), width: 10 },
      { name: name('title'), width: 50 },
      { name: name('unit'), width: 16 },
      { name: name('target'), width: 12 },
      { name: name('value'), width: 22 },
      { name: name('note'), width: 40 },
      { name: name('evidence'), width: 40 },
    ],
    rows: facts.answers.map(({ country, indicator, target, answer }) => {
      const known = facts.countries.find(({ code }) => code === country);
      return [
        known === undefined ? country : countryName(locale, known),
        indicator.code,
        indicator.title,
        indicator.unit,
        target,
        answer.kind === 'notReported' ? null : writtenAnswer(indicator, answer, locale),
        answer.note,
        answer.evidence,
      ];
    }),
  });
}
