import type { CSSProperties, ReactNode } from 'react';
import type { CellRow, RedlineRow } from '@/domain/redline/types';
import type { PlacedRow } from './blocks';
import type { RedlineContext } from './context';
import { mapKind } from './map-stretches';
import { MovedAway, RowNotes, RowTags, WroteLink } from './row-head';
import { Anchors, Runs } from './runs';
import { Cell } from './table-block';

type Side = 'old' | 'new';

/**
 * A table as it was beside the table as it is. Rows share their lines (subgrid), so that a row stands beside what it
 * became; both scroll sideways together (`LinkedScrolling`).
 */
export function SideTable(props: {
  rows: readonly PlacedRow[];
  lines: number;
  context: RedlineContext;
}): ReactNode {
  const { rows, context } = props;
  // An anchor is given once, on the side that comes first.
  const anchors = new Map(rows.map(({ index }) => [index, new Anchors()]));
  const half = (side: Side) => {
    const columns = Math.max(1, ...rows.map(({ row }) => cellsOf(row, side).length));
    return (
      <table
        className="r-side-table"
        aria-label={context.t(side === 'old' ? 'tableBefore' : 'tableAfter')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide matrix scrolls sideways, and the keyboard must reach it
        tabIndex={0}
        style={{ '--columns': columns } as CSSProperties}
      >
        <tbody>
          {rows.map((placed) => (
            <HalfRow
              key={placed.index}
              placed={placed}
              side={side}
              columns={columns}
              context={context}
              anchors={anchors.get(placed.index) ?? new Anchors()}
            />
          ))}
        </tbody>
      </table>
    );
  };
  return (
    <div className="r-sides" style={{ '--lines': props.lines, '--rows': rows.length } as CSSProperties}>
      {half('old')}
      {half('new')}
    </div>
  );
}

function HalfRow(props: {
  placed: PlacedRow;
  side: Side;
  columns: number;
  context: RedlineContext;
  anchors: Anchors;
}): ReactNode {
  const { side, columns, context, anchors } = props;
  const { row, index } = props.placed;
  const cells = row.status === 'moved-away' ? [] : cellsOf(row, side);
  // The row's own box is that of its cells; the first one with something in it answers to its name.
  const isNamed = side === (row.old !== null ? 'old' : 'new');
  const name = isNamed ? { id: `row-${index}`, 'data-map': mapKind(row) ?? '' } : {};
  if (cells.length === 0) {
    const isGhost = row.status === 'moved-away' && side === 'old';
    return (
      <tr data-status={row.status}>
        <td
          {...name}
          className={isGhost ? undefined : 'r-void'}
          colSpan={columns}
          style={{ gridColumn: `span ${columns}` }}
        >
          {isGhost ? <MovedAway row={row} context={context} /> : null}
        </td>
      </tr>
    );
  }
  const hasTags = side === 'new' || row.new === null;
  return (
    <tr data-status={row.status} {...(row.changed ? { 'data-touched': '' } : {})}>
      {cells.map((cell, column) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
          key={column}
          cell={cell}
          row={row}
          span={column === cells.length - 1 ? columns - cells.length + 1 : 1}
          {...(column === 0 ? name : {})}
        >
          {column === 0 && hasTags ? (
            <RowTags row={row} index={index} context={context} anchors={anchors} />
          ) : null}
          <Runs segments={cell.segments} context={context} anchors={anchors} side={side} />
          {column === 0 && side === 'new' ? (
            <RowNotes row={row} index={index} context={context} anchors={anchors} />
          ) : null}
          {column === cells.length - 1 && hasTags ? <WroteLink row={row} context={context} /> : null}
        </Cell>
      ))}
    </tr>
  );
}

/** The cells that a row has on one side: columns that came or went stand on theirs alone. */
function cellsOf(row: RedlineRow, side: Side): readonly CellRow[] {
  if (row[side] === null) return [];
  return (row.cells ?? []).filter(({ status }) => status !== (side === 'old' ? 'inserted' : 'deleted'));
}
