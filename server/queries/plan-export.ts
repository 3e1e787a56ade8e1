import { activitiesOf, resultsOf } from '../../db/plans';
import { writeCsv } from '../../domain/plan/blocks';
import { FIELD_NAMES, type FieldContext, sayCell } from '../../domain/plan/fields';
import { activitiesInOrder, areaOf } from '../../domain/plan/matrix';
import { ACTIVITY_STATUSES } from '../../domain/plan/statuses';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { countriesFor } from './countries';
import { getPlan } from './plans';

/** The matrix as separated values, by names of columns and cells in the reader's language; nothing in it is a formula (PL31). */
export function planCsv(
  runtime: Runtime,
  actor: Actor,
  planId: string,
  words: {
    readonly field: (name: (typeof FIELD_NAMES)[number]) => string;
    readonly area: string;
    readonly status: (status: (typeof ACTIVITY_STATUSES)[number]) => string;
  },
): Outcome<{ readonly content: string; readonly fileName: string }> {
  const found = getPlan(runtime, actor, planId);
  if (!found.ok) return found;
  const { plan, before } = found.value;
  const results = resultsOf(runtime.db, planId);
  const context: FieldContext = {
    results,
    countries: countriesFor(runtime).map(({ code, shortName }) => ({ code, names: [shortName] })),
    statuses: ACTIVITY_STATUSES.map((status) => ({ status, names: [words.status(status)] })),
    predecessors: before,
  };
  const rows = activitiesInOrder(results, activitiesOf(runtime.db, planId)).map((activity) => {
    const area = areaOf(results, activity.resultId);
    return [
      area === null ? '' : `${area.code} ${area.title}`,
      ...FIELD_NAMES.map((name) => sayCell(name, activity[name], context)),
    ];
  });
  const head = [words.area, ...FIELD_NAMES.map(words.field)];
  return accept({
    content: writeCsv([head, ...rows]),
    fileName: `${plan.title.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`,
  });
}
