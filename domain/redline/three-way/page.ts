import type { Redline, RedlineRow } from '../types';
import type { ThreeWay, ThreeWayEntry, ThreeWayPage, ThreeWayView, Touch } from './types';

const SHOWN: Readonly<Record<ThreeWayView, readonly Touch[]>> = {
  touched: ['onlyA', 'onlyB', 'alike', 'differently'],
  both: ['alike', 'differently'],
  differently: ['differently'],
  all: ['neither', 'onlyA', 'onlyB', 'alike', 'differently'],
};

/** One page of a three-way comparison, with the rows it shows and no others: little to send, little to draw. */
export function pageOf(
  threeWay: ThreeWay,
  redlines: { readonly a: Redline; readonly b: Redline },
  wanted: { readonly view: ThreeWayView; readonly page: number; readonly perPage: number },
): ThreeWayPage {
  const { entries, ...rest } = threeWay;
  const shown = entries.filter(({ touch }) => SHOWN[wanted.view].includes(touch));
  const pages = Math.max(1, Math.ceil(shown.length / wanted.perPage));
  const page = Math.min(Math.max(1, wanted.page), pages);
  const onPage = shown.slice((page - 1) * wanted.perPage, page * wanted.perPage);
  return {
    ...rest,
    clauses: onPage.map((entry: ThreeWayEntry) => ({
      base: entry.base,
      touch: entry.touch,
      a: rowsOf(redlines.a, entry.a),
      b: rowsOf(redlines.b, entry.b),
    })),
    total: shown.length,
    page,
    pages,
  };
}

/** The rows of an entry. The other end of a move is the entry itself; its rows have no places outside the page. */
function rowsOf(redline: Redline, indexes: readonly number[]): RedlineRow[] {
  const rows = indexes.flatMap((index) => redline.rows[index] ?? []);
  const shown = rows.some((row) => row.status === 'moved')
    ? rows.filter((row) => row.status !== 'moved-away')
    : rows;
  return shown.map(({ counterpart: _, ...row }) => row);
}
