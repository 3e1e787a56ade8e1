import type { RedlineRow } from '@/domain/redline/types';
import { isTouched } from './blocks';
import { segmentsOf } from './changes';

/** What a row is on the map of the document. */
export type MapKind = 'inserted' | 'deleted' | 'moved' | 'wording' | 'form';

/** Null where nothing changed. */
export function mapKind(row: RedlineRow): MapKind | null {
  switch (row.status) {
    case 'inserted':
    case 'split':
      return 'inserted';
    case 'deleted':
      return 'deleted';
    case 'moved':
    case 'moved-away':
    case 'merged':
      return 'moved';
    case 'kept':
      if (!isTouched(row)) return null;
      return segmentsOf(row).some((segment) => segment.op !== 'equal') ? 'wording' : 'form';
  }
}

/** A stretch of the map in parts of its height, 0 to 1. `kind` is "" for clauses in which nothing changed. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
  readonly kind: MapKind | '';
}

/** Stretches of one kind nearer to each other than so much are one: a map is seen, not counted. */
const NEAR = 1 / 500;
/** More clauses than this are too thin to be told apart. */
const MOST_CLAUSES = 150;

/** Brings rows, in their order, to what can be told apart on a strip: changed ones, and the rest where they are few. */
export function stretchesOf(rows: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  const shown = rows.length > MOST_CLAUSES ? rows.filter(({ kind }) => kind !== '') : rows;
  for (const row of shown) {
    const last = stretches.at(-1);
    if (row.kind !== '' && last?.kind === row.kind && row.top - last.bottom < NEAR) {
      stretches[stretches.length - 1] = { ...last, bottom: row.bottom };
    } else {
      stretches.push(row);
    }
  }
  return stretches;
}
