import { dayOf } from '../../../domain/body/days';
import type { SheetFacts } from '../../../domain/sheets/facts';
import type { WrittenWorkbook } from '../../../domain/sheets/workbook';
import { sayShortDay } from '../../../messages/dates';
import { wordsIn } from '../words';

type Lines = WrittenWorkbook['guide']['lines'];

/** What stands on the first sheet, in English and in Thai: whoever fills a file in may not be who downloaded it. */
export function guideOf(
  { locale, title, at }: Pick<SheetFacts, 'locale' | 'title' | 'at'>,
  kind: SheetFacts['kind'],
  sheet: string,
): Lines {
  const languages = locale === 'th' ? (['th', 'en'] as const) : (['en', 'th'] as const);
  return [
    ['heading', title],
    ...languages.flatMap((language): Lines => {
      const t = wordsIn(language);
      return [
        ['text', ''],
        ['heading', t('guide.how')],
        ['text', t(`guide.${kind}`, { sheet })],
        ['text', t('guide.grey')],
        ['text', t('guide.formulas')],
        ['text', t('guide.back')],
        ['text', t('guide.made', { day: sayShortDay(language, dayOf(at)) })],
      ];
    }),
  ];
}
