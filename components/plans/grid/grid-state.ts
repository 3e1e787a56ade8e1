import type { FieldName } from '@/domain/plan/fields';
import type { ActivityCells } from '@/domain/plan/matrix';
import type { ActivityWrite } from '@/domain/plan/writes';
import type { CellEdit, Clash, Known, News } from './merge';

/** A row as it was seen. */
export interface SeenRow {
  readonly activityId: string;
  readonly rev: number;
}

/** What becomes of the indicators of rows that leave (PL35): retired, or measuring something else. Null: nobody said. */
export type IndicatorsGo = { readonly to: 'retire' } | { readonly to: 'measure'; readonly id: string } | null;

/** What the server answers to a write: rows as they are numbered now, or all that is wrong, in the reader's words. */
export type GridAnswer =
  | {
      readonly ok: true;
      readonly seq: number;
      readonly rows: readonly (SeenRow & { readonly key: string })[];
    }
  | {
      readonly ok: false;
      readonly rule: string;
      readonly message: string;
      readonly findings: readonly GridFinding[];
    };

export interface GridFinding {
  readonly key: string;
  readonly field: FieldName | null;
  readonly rule: string;
  readonly message: string;
}

/** Why there are none: no connection, or another person or nobody is signed in now. */
export type NoNews = 'offline' | 'signedOut';

export interface Wire {
  readonly me: string;
  /** Cells and new rows; rows that leave with them. */
  send(rows: readonly ActivityWrite[], removed: readonly SeenRow[]): Promise<GridAnswer>;
  move(row: SeenRow, beforeId: string | null): Promise<GridAnswer>;
  remove(rows: readonly SeenRow[], indicators: IndicatorsGo): Promise<GridAnswer>;
  restore(activityIds: readonly string[]): Promise<GridAnswer>;
  news(since: number): Promise<News | NoNews>;
}

/** A value that could not be written, in its cell until somebody mends it or lets it go. */
export interface Wrong {
  readonly value: ActivityCells[FieldName] | null;
  readonly words: string | null;
  readonly message: string;
}

/** What was wanted in a cell whose row somebody took out of the matrix meanwhile. */
export interface Lost extends Wrong {
  readonly activityId: string;
  readonly field: FieldName;
  readonly code: string;
  /** Whose act it was; null: the secretariat's. */
  readonly country: string | null;
}

export interface Conflict extends Clash {
  readonly code: string;
  readonly before: ActivityCells[FieldName] | undefined;
  readonly theirs: ActivityCells[FieldName];
  readonly mine: ActivityCells[FieldName] | undefined;
  readonly country: string | null;
}

/** Rows that are to leave, and are measured: what becomes of their indicators is asked (PL35). */
export interface Leaving {
  readonly rows: readonly SeenRow[];
  readonly message: string;
}

export type Said =
  | { readonly kind: 'undone' | 'nothingToUndo' | 'undoLost' | 'undoFinal' | 'broughtBack' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'copied' | 'removed' | 'gone'; readonly count: number }
  | {
      readonly kind: 'changed';
      readonly code: string;
      readonly field: FieldName;
      readonly country: string | null;
    };

export interface GridState {
  readonly known: Known;
  readonly waiting: readonly CellEdit[];
  readonly save: 'saved' | 'saving' | NoNews;
  /** By `cellKey`, like the maps below. */
  readonly wrong: Readonly<Record<string, Wrong>>;
  /** Kept until their writer lets them go, or the row is back: then they wait in its cells again. */
  readonly lost: readonly Lost[];
  /** Cells that others changed just now: which delegation; null: the secretariat. */
  readonly fresh: Readonly<Record<string, string | null>>;
  readonly conflict: Conflict | null;
  readonly leaving: Leaving | null;
  readonly said: Said | null;
}

export const cellKey = (activityId: string, field: FieldName) => `${activityId} ${field}`;

export function withoutKeys<V>(
  record: Readonly<Record<string, V>>,
  keys: readonly string[],
): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
