import { useMemo } from 'react';
import type { FieldName } from '@/domain/plan/fields';
import type { GridCountry } from './columns';
import type { ByField } from './grid-row';
import { cellKey, type GridState } from './grid-state';

/** What is marked in cells, by the rows that show it: what is wrong, what others changed just now, what is on its way. */
export function useMarks(state: GridState, countries: readonly GridCountry[]) {
  const wrong = useMemo(() => byRow(state.wrong), [state.wrong]);
  const fresh = useMemo(() => {
    const color = (code: string | null) =>
      countries.find((country) => country.code === code)?.color ?? 'var(--accent)';
    return byRow(Object.fromEntries(Object.entries(state.fresh).map(([key, by]) => [key, color(by)])));
  }, [state.fresh, countries]);
  const pending = useMemo(
    () =>
      byRow(
        Object.fromEntries(
          state.waiting.flatMap(({ activityId, cells }) =>
            Object.keys(cells).map((field) => [cellKey(activityId, field as FieldName), true as const]),
          ),
        ),
      ),
    [state.waiting],
  );
  return { wrong, fresh, pending };
}

function byRow<V>(cells: Readonly<Record<string, V>>): ReadonlyMap<string, ByField<V>> {
  const rows = new Map<string, ByField<V>>();
  for (const [key, value] of Object.entries(cells)) {
    const [id = '', field = ''] = key.split(' ');
    rows.set(id, { ...rows.get(id), [field]: value } as ByField<V>);
  }
  return rows;
}
