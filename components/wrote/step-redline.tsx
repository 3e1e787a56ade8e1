import type { ReactNode } from 'react';
import type { RedlineContext } from '@/components/compare/context';
import { spokenWords } from '@/components/compare/redline-text';
import { RowNotes } from '@/components/compare/row-head';
import { Anchors, Runs } from '@/components/compare/runs';
import type { RedlineRow } from '@/domain/redline/types';

/** One clause as a redline, without the margin and the numbers that a whole text has. */
export function StepRedline(props: {
  rows: readonly RedlineRow[];
  context: RedlineContext;
  /** Language of the document. */
  language: string;
}): ReactNode {
  const { context } = props;
  return (
    <div className="redline w-redline" lang={props.language} style={spokenWords(context)}>
      {props.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a redline never move
        <div key={index} className="w-row" data-kind={(row.new ?? row.old)?.kind} data-status={row.status}>
          {row.cells === undefined ? (
            <p className="r-words">
              <Runs segments={row.segments} context={context} anchors={new Anchors()} />
            </p>
          ) : (
            <Cells row={row} context={context} />
          )}
          <RowNotes row={row} index={index} context={context} anchors={new Anchors()} />
        </div>
      ))}
    </div>
  );
}

function Cells({ row, context }: { row: RedlineRow; context: RedlineContext }): ReactNode {
  return (
    <div className="w-cells">
      {(row.cells ?? []).map((cell, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
          key={index}
          className="w-cell-box"
          data-cell={cell.status}
        >
          <Runs segments={cell.segments} context={context} anchors={new Anchors()} />
        </div>
      ))}
    </div>
  );
}
