import type { Entry } from '../../../domain/monitoring/entries';
import { KIND_WORDS } from '../../../domain/monitoring/parse-value';
import type { ReturnFacts, ToldIndicator } from '../../../domain/sheets/facts';
import { markOf, sayEntry, tryReturn } from '../../../domain/sheets/returns';
import { sayKey } from '../../../domain/sheets/row-keys';
import { countryName } from '../../../messages/names';
import { columnNames, keyNames, valueNames, wordsIn } from '../words';
import { guideOf } from './guide';
import type { Kind, KindColumn, StandingCells } from './kind';

export function returnKind(facts: ReturnFacts): Kind {
  const { locale } = facts;
  const t = wordsIn(locale);
  const sheetName = t('file.return');
  const country = facts.countries.find(({ code }) => code === facts.country);
  const column = (
    key: Parameters<typeof columnNames<'return'>>[2],
    more: Omit<KindColumn, 'key' | 'names'>,
  ) => ({
    key,
    names: columnNames(locale, 'return', key),
    ...more,
  });
  const told = (width: number) => ({ isTold: true, written: { width, isLocked: true } });
  return {
    sheetName,
    title: [
      `${country === undefined ? facts.country : countryName(locale, country)} · ${facts.period}`,
      facts.title,
    ],
    guide: guideOf(facts, 'return', sheetName),
    columns: [
      { key: 'key', names: keyNames(locale), written: { width: 14, isLocked: true } },
      column('code', { isNeeded: true, written: { width: 12, isLocked: true } }),
      column('title', told(52)),
      column('unit', told(16)),
      column('type', told(13)),
      column('baseline', told(12)),
      column('target', told(12)),
      column('value', {
        isNeeded: true,
        isNumber: true,
        written: { width: 22, list: 'answers', isOpenList: true, hint: t('hints.value') },
      }),
      column('note', { written: { width: 40 } }),
      column('evidence', { written: { width: 40 } }),
    ],
    rows: facts.asked.map((indicator) => cellsOf(indicator, facts)),
    lists: {
      answers: [
        KIND_WORDS.notAvailable[locale === 'th' ? 1 : 0],
        KIND_WORDS.notApplicable[locale === 'th' ? 1 : 0],
        ...(facts.asked.some(({ type }) => type === 'yesNo') ? yesNo(locale) : []),
        ...new Set(facts.asked.flatMap(({ scale }) => scale)),
      ],
    },
    spare: null,
    run: (table, tell) => tryReturn(table, facts.asked, tell),
  };
}

function yesNo(locale: ReturnFacts['locale']): string[] {
  return (['yes', 'no'] as const).map((value) => valueNames(locale, 'yesNo', value)[0] ?? value);
}

function cellsOf(indicator: ToldIndicator, { locale }: ReturnFacts): StandingCells {
  const { standing, type } = indicator;
  return {
    key: sayKey({ id: indicator.id, mark: markOf(standing) }),
    code: indicator.code,
    title: indicator.title,
    unit: indicator.unit,
    type: valueNames(locale, 'type', type)[0] ?? type,
    baseline: indicator.baseline,
    target: indicator.target,
    value: standing === null ? null : writtenAnswer(indicator, standing, locale),
    note: standing?.note ?? null,
    evidence: standing?.evidence ?? null,
  };
}

/** The answer that stands as a cell holds it: figures as numbers, the rest in the words of the file's language. */
export function writtenAnswer(
  indicator: Pick<ToldIndicator, 'type' | 'scale'>,
  standing: Entry,
  locale: ReturnFacts['locale'],
): string | number {
  const { kind, value } = standing;
  if (kind === 'notAvailable' || kind === 'notApplicable') return KIND_WORDS[kind][locale === 'th' ? 1 : 0];
  if (value !== null && (indicator.type === 'number' || indicator.type === 'percent')) return value;
  if (value !== null && indicator.type === 'yesNo') {
    return valueNames(locale, 'yesNo', value === 1 ? 'yes' : 'no')[0] ?? '';
  }
  return sayEntry(indicator, standing);
}
