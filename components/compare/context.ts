import type { RedlineRow } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import type { translator } from '@/messages/translate';
import type { NumberedChange } from './changes';

/** `inline` the whole text with its changes, `side` old beside new, `changes` inline with unchanged stretches folded. */
export const COMPARE_VIEWS = ['inline', 'side', 'changes'] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

export type CompareWords = ReturnType<typeof translator<'compare'>>;

/** A delegation as it is named and coloured on the page. */
export interface DelegationName {
  readonly code: string;
  readonly name: string;
  readonly color: string;
}

/** What every part of a drawn redline needs to know; built once a page, shared by all rows. */
export interface RedlineContext {
  readonly t: CompareWords;
  readonly locale: Locale;
  readonly rows: readonly RedlineRow[];
  /** Number of a change by its id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly changesOfRow: ReadonlyMap<number, readonly NumberedChange[]>;
  readonly delegations: ReadonlyMap<string, DelegationName>;
  /** Where the history of a clause is told; null where the texts are not those of a document. */
  readonly wroteHref: ((clauseId: string) => string) | null;
}

export function redlineContext(input: {
  t: CompareWords;
  locale: Locale;
  rows: readonly RedlineRow[];
  changes: readonly NumberedChange[];
  delegations: readonly DelegationName[];
  wroteHref?: (clauseId: string) => string;
}): RedlineContext {
  const changesOfRow = new Map<number, NumberedChange[]>();
  for (const entry of input.changes) {
    const ofRow = changesOfRow.get(entry.change.row) ?? [];
    ofRow.push(entry);
    changesOfRow.set(entry.change.row, ofRow);
  }
  return {
    t: input.t,
    locale: input.locale,
    rows: input.rows,
    numbers: new Map(input.changes.map((entry) => [entry.change.id, entry.number])),
    changesOfRow,
    delegations: new Map(input.delegations.map((entry) => [entry.code, entry])),
    wroteHref: input.wroteHref ?? null,
  };
}

/** A delegation's name, the secretariat's for "", the code itself where the table has no such country. */
export function delegationName(context: Pick<RedlineContext, 't' | 'delegations'>, code: string): string {
  if (code === '') return context.t('secretariat');
  return context.delegations.get(code)?.name ?? code;
}

/** The author's colour as the value of a CSS property, or null for the secretariat and the unknown. */
export function delegationColor(context: Pick<RedlineContext, 'delegations'>, code: string): string | null {
  const color = context.delegations.get(code)?.color;
  return color !== undefined && /^#[0-9a-f]{3,8}$/i.test(color) ? color : null;
}
