import type { ClauseRef, RedlineRow } from '../../../domain/redline/types';

/** Which table of the old text is which of the new one, by the rows that stayed. */
export class TablePairs {
  private readonly newOf = new Map<string, Set<string>>();
  private readonly oldOf = new Map<string, Set<string>>();

  constructor(rows: readonly RedlineRow[]) {
    for (const row of rows) {
      if (row.status !== 'kept' || row.old?.kind !== 'tableRow' || row.new === null) continue;
      const [old, fresh] = [tablePath(row.old), tablePath(row.new)];
      note(this.newOf, old, fresh);
      note(this.oldOf, fresh, old);
    }
  }

  /** What a row's table is called among the tables of the file; null for running text and torn tables. */
  keyOf(row: RedlineRow | undefined): string | null {
    if (row === undefined || !isTableRow(row) || this.isTorn(row)) return null;
    if (row.new !== null) return `new ${tablePath(row.new)}`;
    if (row.old === null) return null;
    const [fresh] = this.newOf.get(tablePath(row.old)) ?? [];
    return fresh === undefined ? `old ${tablePath(row.old)}` : `new ${fresh}`;
  }

  /** Whether the row stands in a table, of either text, that is several tables in the other. */
  isTorn(row: RedlineRow): boolean {
    if (row.new !== null) return this.isTornNew(tablePath(row.new));
    return row.old !== null && this.isTornOld(row.old);
  }

  isTornOld(ref: ClauseRef): boolean {
    return [...(this.newOf.get(tablePath(ref)) ?? [])].some((fresh) => this.isTornNew(fresh));
  }

  private isTornNew(fresh: string): boolean {
    const olds = [...(this.oldOf.get(fresh) ?? [])];
    return olds.length > 1 || olds.some((old) => (this.newOf.get(old)?.size ?? 0) > 1);
  }
}

export function isTableRow(row: RedlineRow): boolean {
  return (row.new ?? row.old)?.kind === 'tableRow';
}

export function tablePath(ref: { readonly path: readonly number[] }): string {
  return ref.path.slice(0, -1).join('.');
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
