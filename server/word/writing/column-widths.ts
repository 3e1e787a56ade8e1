import type { NodeJson } from '../../../domain/text/document-json';
import { TWIPS_OF_PIXEL } from '../styles';
import type { Cell, Table } from './draft';

/** Widths that a cell states for its columns, in pixels; 0 for a column without one. Null where it states none. */
export function statedWidths(cell: NodeJson): readonly number[] | null {
  const widths = cell.attrs?.colwidth;
  if (!Array.isArray(widths) || !widths.every((width) => typeof width === 'number')) return null;
  return widths.some((width) => width > 0) ? widths : null;
}

/** What all columns of a cell take together, in twentieths of a point. */
export function cellWidth(widths: readonly number[] | null): number | null {
  return widths === null ? null : widths.reduce((sum, width) => sum + width, 0) * TWIPS_OF_PIXEL;
}

export interface Columns {
  /** In twentieths of a point, one for each column. */
  readonly grid: readonly number[];
  /** As the old text has them, where it states others. */
  readonly oldGrid: readonly number[] | null;
  /** Whether either text says how wide a column is. */
  readonly areStated: boolean;
  /** Whether the widths that are stated are more than the page has; Word fits such a table to it. */
  readonly areTooWide: boolean;
}

/** The columns of a table in the `room` that there is. Where nobody says anything they are all alike. */
export function columnsOf({ columns, widths, oldWidths }: Table, room: number): Columns {
  const even = Array.from({ length: columns }, () => Math.floor(room / columns));
  const fresh = gridOf(widths, columns, room);
  const old = oldWidths === null ? fresh : gridOf(oldWidths, columns, room);
  const isChanged = JSON.stringify(fresh) !== JSON.stringify(old);
  return {
    grid: fresh?.grid ?? even,
    oldGrid: isChanged ? (old?.grid ?? even) : null,
    areStated: fresh !== null || old !== null,
    areTooWide: fresh?.isTooWide === true,
  };
}

/** No column without a width of its own is narrower than a short word. */
const NARROWEST = 600;

function gridOf(
  widths: readonly (number | null)[],
  columns: number,
  room: number,
): { readonly grid: readonly number[]; readonly isTooWide: boolean } | null {
  const stated = Array.from({ length: columns }, (_none, index) => widths[index] ?? null);
  const set = stated.filter((width) => width !== null);
  if (set.length === 0) return null;
  const left = room - set.reduce((sum, width) => sum + width, 0) * TWIPS_OF_PIXEL;
  const share = Math.max(NARROWEST, Math.floor(left / Math.max(1, columns - set.length)));
  const wished = stated.map((width) => (width === null ? share : width * TWIPS_OF_PIXEL));
  const total = wished.reduce((sum, width) => sum + width, 0);
  const isTooWide = total > room;
  return {
    grid: isTooWide ? wished.map((width) => Math.max(1, Math.round((width * room) / total))) : wished,
    isTooWide,
  };
}

/** How wide a cell is, as the file says it; null where its columns alone say so. */
export function writtenWidth(cell: Cell, from: number, { grid, areStated }: Columns): number | null {
  if (areStated) return cell.width;
  return grid.slice(from, from + cell.span).reduce((sum, width) => sum + width, 0);
}
