import type { SheetTarget } from '@/server/use-cases/sheet-facts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

const KINDS: readonly SheetTarget['kind'][] = ['activities', 'return', 'indicators'];

/** What a file is of, as an address names it; null where it names nothing of ours. */
export function sheetTarget(named: { readonly kind: string; readonly id: string }): SheetTarget | null {
  const kind = KINDS.find((known) => known === named.kind);
  return kind === undefined ? null : { kind, id: String(named.id) };
}
