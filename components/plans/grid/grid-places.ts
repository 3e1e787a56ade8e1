import type { FieldName } from '@/domain/plan/fields';

/** A cell by what it is of: rows come and go while somebody stands in one. */
export interface At {
  readonly key: string;
  readonly column: number;
}

export function cellOf(table: HTMLTableElement | null, at: At | null): HTMLElement | null {
  if (at === null) return null;
  const row = table?.querySelector(`tr[data-row="${CSS.escape(at.key)}"]`);
  return row?.querySelectorAll<HTMLElement>('td')[at.column] ?? null;
}

export function inEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.plan-cell-editor') !== null;
}

/** The cell that something of the page is in; null: none. */
export function placeOf(
  target: EventTarget,
  places: ReadonlyMap<string, number>,
  columns: readonly FieldName[],
) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null;
  const row = places.get(cell?.closest('tr')?.dataset.row ?? '');
  const column = columns.indexOf(cell?.dataset.column as FieldName);
  return row === undefined || column < 0 ? null : { row, column };
}
