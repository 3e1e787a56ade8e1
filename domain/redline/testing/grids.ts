import fc from 'fast-check';
import type { DocumentJson, NodeJson } from '../../text/document-json';
import { blockNode, list, paragraph } from './arbitraries';
import { doc } from './texts';

/** A table as an editor leaves it: every place of its grid taken once, every column of one width or of none. */
interface Grid {
  readonly id: string | null;
  readonly rows: number;
  readonly widths: readonly (number | null)[];
  /** Rows at the top whose cells are headers. */
  readonly heads: number;
  /** Where cells are merged, as far as there is room: place, columns, rows. */
  readonly merges: readonly (readonly [row: number, column: number, columns: number, rows: number])[];
  /** What stands in the cells, again from the first where there are more cells. */
  readonly contents: readonly (readonly NodeJson[])[];
}

const cellContent: fc.Arbitrary<NodeJson[]> = fc.oneof(
  { weight: 5, arbitrary: paragraph.map((node) => [node]) },
  { weight: 1, arbitrary: fc.array(paragraph, { minLength: 2, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.tuple(paragraph, list).map(([first, items]) => [first, items]) },
  { weight: 1, arbitrary: list.map((items) => [items]) },
);

const pixels = fc.option(fc.integer({ min: 20, max: 400 }), { nil: null });

const grid: fc.Arbitrary<Grid> = fc.record({
  id: fc.constantFrom(null, 'c_t1', 'c_t2'),
  rows: fc.integer({ min: 1, max: 4 }),
  widths: fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.oneof(
      fc.constant<(number | null)[]>(Array.from({ length: columns }, () => null)),
      fc.array(pixels, { minLength: columns, maxLength: columns }),
      fc
        .integer({ min: 20, max: 610 })
        .map((width) => Array.from({ length: columns }, () => Math.floor(width / columns))),
    ),
  ),
  heads: fc.constantFrom(0, 0, 1, 2),
  merges: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    { maxLength: 2 },
  ),
  contents: fc.array(cellContent, { minLength: 1, maxLength: 6 }),
});

function tableOf({ id, rows, widths, heads, merges, contents }: Grid): NodeJson {
  const columns = widths.length;
  // Of a column that no cell has for itself, a Word file cannot say that its width is nobody's.
  const isHalfStated = new Set(widths.map((width) => width === null)).size > 1;
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const fits = (row: number, column: number, across: number, down: number) => {
    for (let y = row; y < row + down; y += 1) {
      for (let x = column; x < column + across; x += 1) if (taken[y]?.[x] !== false) return false;
    }
    return !isHalfStated || across === 1;
  };
  let number = 0;
  const content = taken.map((line, y): NodeJson => {
    const cells: NodeJson[] = [];
    for (let x = 0; x < columns; x += 1) {
      if (line[x] === true) continue;
      const wish = merges.find(([row, column]) => row === y && column === x);
      const [, , across = 1, down = 1] = wish !== undefined && fits(y, x, wish[2], wish[3]) ? wish : [];
      for (let dy = 0; dy < down; dy += 1) {
        for (let dx = 0; dx < across; dx += 1) (taken[y + dy] ?? [])[x + dx] = true;
      }
      cells.push({
        type: y < heads ? 'tableHeader' : 'tableCell',
        attrs: { colspan: across, rowspan: down, colwidth: widthsOf(widths.slice(x, x + across)) },
        content: [...(contents[number % contents.length] ?? [])],
      });
      number += 1;
    }
    return { type: 'tableRow', attrs: { id: id === null ? null : `${id}r${y}` }, content: cells };
  });
  return { type: 'table', attrs: { id }, content };
}

function widthsOf(widths: readonly (number | null)[]): number[] | null {
  return widths.every((width) => width === null) ? null : widths.map((width) => width ?? 0);
}

type Step = (grid: Grid) => Grid;
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>((old) => old),
  fc.constant<Step>((old) => ({ ...old, rows: Math.max(1, old.rows - 1) })),
  fc.constant<Step>((old) => ({ ...old, rows: old.rows + 1 })),
  fc.constant<Step>((old) => ({ ...old, heads: old.heads === 0 ? 1 : 0 })),
  fc.constant<Step>((old) => ({ ...old, widths: [...old.widths, null] })),
  fc.constant<Step>((old) => ({ ...old, merges: [] })),
  fc.array(pixels, { minLength: 4, maxLength: 4 }).map(
    (fresh): Step =>
      (old) => ({
        ...old,
        widths: old.widths.map((_width, index) => fresh[index] ?? null),
      }),
  ),
  fc.tuple(fc.nat(5), cellContent).map(
    ([at, fresh]): Step =>
      (old) => ({
        ...old,
        contents: old.contents.map((content, index) =>
          index === at % old.contents.length ? fresh : content,
        ),
      }),
  ),
);

/** Without the other generator's tables, which have no grid. */
const around = fc.array(
  blockNode.filter(({ type }) => type !== 'table'),
  { maxLength: 2 },
);

/** A text with a table of merged cells, widths, lists and footnotes in it, and what one or two edits made of the table. */
export const tableRevisions: fc.Arbitrary<readonly [DocumentJson, DocumentJson]> = fc
  .tuple(around, grid, around, fc.array(steps, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([before, old, after, edits, isMoved]) => {
    const fresh = edits.reduce((grown, edit) => edit(grown), old);
    return [
      doc(...before, tableOf(old), ...after),
      isMoved ? doc(tableOf(fresh), ...before, ...after) : doc(...before, tableOf(fresh), ...after),
    ] as const;
  });
