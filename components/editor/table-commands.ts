import { Fragment, type Node } from '@tiptap/pm/model';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { isInTable, selectedRect } from '@tiptap/pm/tables';
import { isRegular } from './clause-commands';

/** Moves the column of the caret to the left (−1) or right (1). Refuses where cells span. */
export function moveColumn(by: 1 | -1): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { table, tableStart, left, map } = selectedRect(state);
    const target = left + by;
    if (target < 0 || target >= map.width || !isRegular(table)) return false;
    const rows = table.children.map((row) => row.copy(Fragment.from(swapped(row, left, target))));
    const tr = state.tr.replaceWith(tableStart, tableStart + table.content.size, rows);
    const { $head } = state.selection;
    const rowIndex = $head.index(tableDepth(tableStart, $head));
    const before = cellStart(table, rowIndex, left);
    const after = cellStart(tr.doc.nodeAt(tableStart - 1), rowIndex, target);
    const place = Math.min(
      Math.max(state.selection.head - tableStart - before, 0) + after + tableStart,
      tr.doc.content.size,
    );
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(place))).scrollIntoView());
    return true;
  };
}

function tableDepth(tableStart: number, $pos: { depth: number; start: (depth: number) => number }): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.start(depth) === tableStart) return depth;
  return 0;
}

function swapped(row: Node, a: number, b: number): Node[] {
  const cells = [...row.children];
  const [first, second] = [cells[a], cells[b]];
  if (first !== undefined && second !== undefined) {
    cells[a] = second;
    cells[b] = first;
  }
  return cells;
}

/** Offset of a cell from the table's content start. */
function cellStart(table: Node | null, rowIndex: number, column: number): number {
  if (table === null) return 0;
  let offset = 0;
  for (let row = 0; row < rowIndex; row += 1) offset += table.child(row).nodeSize;
  const row = table.child(rowIndex);
  offset += 1;
  for (let cell = 0; cell < column; cell += 1) offset += row.child(cell).nodeSize;
  return offset;
}
