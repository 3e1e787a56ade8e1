import { FIELD_NAMES, type FieldContext, type FieldName } from '@/domain/plan/fields';
import type { Activity, Result } from '@/domain/plan/matrix';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@/domain/plan/statuses';

const FIRST: readonly FieldName[] = ['code', 'title'];

/** Columns in the order of the grid: what names a row stays in sight, so it stands first. */
export function gridColumns(hasPredecessors: boolean): readonly FieldName[] {
  const rest = FIELD_NAMES.filter((name) => !FIRST.includes(name));
  return [...FIRST, ...rest.filter((name) => hasPredecessors || name !== 'carriedFromId')];
}

/** A country as the grid names and colours it. */
export interface GridCountry {
  readonly code: string;
  readonly shortName: string;
  readonly thaiName: string;
  readonly color: string;
}

/** What words of the reader can name; words of the other language are read, too. */
export function gridContext(from: {
  readonly results: readonly Result[];
  readonly before: readonly Pick<Activity, 'id' | 'code'>[];
  readonly countries: readonly GridCountry[];
  readonly isThai: boolean;
  readonly statuses: Readonly<Record<ActivityStatus, readonly string[]>>;
}): FieldContext {
  return {
    results: from.results,
    predecessors: from.before,
    countries: from.countries.map(({ code, shortName, thaiName }) => ({
      code,
      names: from.isThai ? [thaiName, shortName] : [shortName, thaiName],
    })),
    statuses: ACTIVITY_STATUSES.map((status) => ({ status, names: from.statuses[status] })),
  };
}
