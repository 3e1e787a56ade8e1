import { FIELD_NAMES, FIELDS, type FieldContext, type FieldName, sayCell } from '../../../domain/plan/fields';
import { type Activity, activitiesInOrder } from '../../../domain/plan/matrix';
import { ACTIVITY_STATUSES } from '../../../domain/plan/statuses';
import { activityMark, tryActivities } from '../../../domain/sheets/activities';
import type { ActivitiesFacts } from '../../../domain/sheets/facts';
import { sayKey } from '../../../domain/sheets/row-keys';
import type { WrittenColumn } from '../../../domain/sheets/workbook';
import { countryName } from '../../../messages/names';
import { columnNames, keyNames, valueNames, wordsIn } from '../words';
import { guideOf } from './guide';
import type { Kind, KindColumn, StandingCells } from './kind';

const SPARE = 200;
const WIDTHS: Readonly<Partial<Record<FieldName, number>>> = {
  resultId: 10,
  code: 12,
  title: 48,
  leads: 22,
  coLeads: 22,
  partners: 24,
  currency: 9,
  budgetSource: 20,
  status: 18,
  statusReason: 32,
};
const NEEDED: ReadonlySet<FieldName> = new Set(['code', 'title']);

export function activitiesKind(facts: ActivitiesFacts): Kind {
  const { locale, write } = facts;
  const t = wordsIn(locale);
  const context = contextOf(facts);
  const sheetName = t('file.activities');
  const key: KindColumn = {
    key: 'key',
    names: keyNames(locale),
    written: { width: 14, isLocked: true, hint: t('hints.key') },
  };
  return {
    sheetName,
    title: [facts.title],
    guide: guideOf(facts, 'activities', sheetName),
    columns: [
      key,
      ...FIELD_NAMES.map(
        (name): KindColumn => ({
          key: name,
          names: columnNames(locale, 'activities', name),
          isNeeded: NEEDED.has(name),
          isNumber: FIELDS[name].kind === 'amount',
          written: { width: WIDTHS[name] ?? 13, ...choiceOf(name, t) },
        }),
      ),
    ],
    rows: activitiesInOrder(
      write.results.map((result, position) => ({
        level: 'area' as const,
        parentId: null,
        position,
        title: '',
        titleThai: '',
        ...result,
      })),
      write.activities,
    ).map((activity) => cellsOf(activity, context)),
    lists: {
      results: write.results.map(({ code }) => code),
      countries: facts.countries
        .filter(({ code }) => write.members.has(code))
        .map((country) => countryName(locale, country)),
      statuses: context.statuses.flatMap(({ names }) => names[0] ?? []),
      predecessors: facts.predecessors.map(({ code }) => code),
    },
    spare: SPARE,
    run: (table, tell) => tryActivities(table, write, context, tell),
  };
}

/** What words can name in a file: in English and in Thai, the language of the file first. */
function contextOf({ locale, write, countries, predecessors }: ActivitiesFacts): FieldContext {
  return {
    results: write.results,
    countries: countries.map((country) => ({
      code: country.code,
      names: [countryName(locale, country), country.shortName, country.thaiName],
    })),
    statuses: ACTIVITY_STATUSES.map((status) => ({ status, names: valueNames(locale, 'status', status) })),
    predecessors,
  };
}

function choiceOf(name: FieldName, t: ReturnType<typeof wordsIn>): Partial<WrittenColumn> {
  switch (FIELDS[name].kind) {
    case 'result':
      return { list: 'results' };
    case 'countries':
      return { list: 'countries', isOpenList: true, hint: t('hints.countries') };
    case 'status':
      return { list: 'statuses' };
    case 'predecessor':
      return { list: 'predecessors' };
    case 'month':
      return { hint: t('hints.month') };
    case 'amount':
      return { hint: t('hints.budget') };
    default:
      return {};
  }
}

function cellsOf(activity: Activity, context: FieldContext): StandingCells {
  return {
    key: sayKey({ id: activity.id, mark: activityMark(activity) }),
    ...Object.fromEntries(
      FIELD_NAMES.map((name) => [
        name,
        name === 'budget' ? activity.budget : sayCell(name, activity[name] as never, context),
      ]),
    ),
  };
}
