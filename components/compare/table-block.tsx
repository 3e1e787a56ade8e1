import type { CSSProperties, ReactNode } from 'react';
import type { CellRow, RedlineRow } from '@/domain/redline/types';
import { foldTableLines, type PlacedRow, tableLines } from './blocks';
import { columnPattern, placeCells } from './columns';
import type { RedlineContext } from './context';
import { mapKind } from './map-stretches';
import { MovedAway, RowNotes, RowTags, WroteLink } from './row-head';
import { hasRowNotes } from './row-notes';
import { Anchors, Runs } from './runs';

/**
 * A table of the redline in one piece, deleted rows and columns at their old place. `fullText` is where the whole text
 * can be read, for rows that are left out.
 */
export function TableBlock(props: {
  rows: readonly PlacedRow[];
  folded: boolean;
  lines: number;
  label: string;
  fullText: string;
  context: RedlineContext;
}): ReactNode {
  const { context } = props;
  const pattern = columnPattern(props.rows.map(({ row }) => row));
  const columns = Math.max(1, ...props.rows.map(({ row }) => row.cells?.length ?? 0));
  const lines = props.folded ? foldTableLines(props.rows) : tableLines(props.rows);
  return (
    <section
      className="r-table"
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide matrix scrolls sideways, and the keyboard must reach it
      tabIndex={0}
      style={{ '--lines': props.lines } as CSSProperties}
    >
      <table>
        <tbody>
          {lines.map((line) =>
            line.kind === 'row' ? (
              <Row
                key={line.placed.index}
                placed={line.placed}
                pattern={pattern}
                columns={columns}
                context={context}
              />
            ) : (
              <tr key={`fold ${line.rows[0]?.index}`} className="r-table-fold">
                <td colSpan={columns} lang={context.locale}>
                  <a href={`${props.fullText}#row-${line.rows[0]?.index ?? 0}`}>
                    {context.t('fold.rows', { count: line.rows.length })}
                  </a>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row(props: {
  placed: PlacedRow;
  pattern: readonly CellRow['status'][];
  columns: number;
  context: RedlineContext;
}): ReactNode {
  const { context, columns } = props;
  const { row, index } = props.placed;
  const anchors = new Anchors();
  const attributes = {
    id: `row-${index}`,
    'data-status': row.status,
    ...(row.changed ? { 'data-touched': '' } : {}),
    'data-map': mapKind(row) ?? '',
  };
  if (row.status === 'moved-away') {
    return (
      <tr {...attributes}>
        <td colSpan={columns}>
          <MovedAway row={row} context={context} />
        </td>
      </tr>
    );
  }
  const cells = placeCells(row, props.pattern);
  const lastCell = cells.findLast((cell) => cell !== null);
  const hasNotes = row.status !== 'kept' || hasRowNotes(row);
  return (
    <>
      {hasNotes ? (
        <tr className="r-table-notes" data-status={row.status}>
          <td colSpan={columns}>
            <RowTags row={row} index={index} context={context} anchors={anchors} />
            <RowNotes row={row} index={index} context={context} anchors={anchors} />
          </td>
        </tr>
      ) : null}
      <tr {...attributes}>
        {cells.map((cell, column) =>
          cell === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
            <td key={column} className="r-void" />
          ) : (
            <Cell
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              key={column}
              cell={cell}
              row={row}
              span={column === cells.length - 1 ? columns - cells.length + 1 : 1}
            >
              <Runs segments={cell.segments} context={context} anchors={anchors} />
              {cell === lastCell ? <WroteLink row={row} context={context} /> : null}
            </Cell>
          ),
        )}
      </tr>
    </>
  );
}

export function Cell(props: {
  cell: CellRow;
  row: RedlineRow;
  span: number;
  id?: string;
  'data-map'?: string;
  children: ReactNode;
}): ReactNode {
  const { cell } = props;
  const attributes = {
    id: props.id,
    'data-map': props['data-map'],
    ...(cell.status === 'kept' ? {} : { 'data-cell': cell.status }),
    ...(props.span > 1 ? { colSpan: props.span, style: { gridColumn: `span ${props.span}` } } : {}),
  };
  return cell.header ? (
    <th scope={props.row.cells?.every((entry) => entry.header) === true ? 'col' : 'row'} {...attributes}>
      {props.children}
    </th>
  ) : (
    <td {...attributes}>{props.children}</td>
  );
}
