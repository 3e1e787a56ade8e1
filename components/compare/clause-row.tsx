import type { CSSProperties, ReactNode } from 'react';
import type { RedlineRow } from '@/domain/redline/types';
import type { PlacedRow } from './blocks';
import type { RedlineContext } from './context';
import type { HeadingTag } from './headings';
import { mapKind } from './map-stretches';
import { MarginLabel, MovedAway, RowNotes, RowTags, WroteLink } from './row-head';
import { Anchors, Runs } from './runs';

/** One clause of the redline: its number in the margin, its words with their changes, what changed in its form. */
export function ClauseRow(props: {
  placed: PlacedRow;
  lines: number;
  heading: HeadingTag | undefined;
  context: RedlineContext;
}): ReactNode {
  const { placed, context } = props;
  const { row, index } = placed;
  const anchors = new Anchors();
  return (
    <div {...rowAttributes(placed, props.lines)}>
      <div className="r-margin">
        <MarginLabel row={row} context={context} />
      </div>
      <div className="r-body">
        {row.status === 'moved-away' ? (
          <MovedAway row={row} context={context} />
        ) : (
          <>
            <RowTags row={row} index={index} context={context} anchors={anchors} />
            <Words row={row} heading={props.heading}>
              <Runs segments={row.segments} context={context} anchors={anchors} />
            </Words>
            <RowNotes row={row} index={index} context={context} anchors={anchors} />
            <WroteLink row={row} context={context} />
          </>
        )}
      </div>
    </div>
  );
}

/** The same clause with the old text on the left and the new on the right. */
export function SideRow(props: {
  placed: PlacedRow;
  lines: number;
  heading: HeadingTag | undefined;
  context: RedlineContext;
}): ReactNode {
  const { placed, context } = props;
  const { row, index } = placed;
  const anchors = new Anchors();
  const hasOld = row.old !== null;
  const hasNew = row.new !== null;
  if (row.status === 'moved-away') {
    return (
      <div {...rowAttributes(placed, 1)}>
        <div className="r-half r-half-old">
          <div className="r-margin" />
          <div className="r-body">
            <MovedAway row={row} context={context} />
          </div>
        </div>
        <div className="r-half r-half-new r-void" />
      </div>
    );
  }
  return (
    <div {...rowAttributes(placed, props.lines)}>
      <div className={`r-half r-half-old${hasOld ? '' : ' r-void'}`}>
        {hasOld ? (
          <>
            <div className="r-margin">
              <MarginLabel row={row} context={context} side="old" />
            </div>
            <div className="r-body">
              {hasNew ? null : <RowTags row={row} index={index} context={context} anchors={anchors} />}
              <Words row={row} heading={undefined}>
                <Runs segments={row.segments} context={context} anchors={anchors} side="old" />
              </Words>
              {hasNew ? null : <WroteLink row={row} context={context} />}
            </div>
          </>
        ) : null}
      </div>
      <div className={`r-half r-half-new${hasNew ? '' : ' r-void'}`}>
        {hasNew ? (
          <>
            <div className="r-margin">
              <MarginLabel row={row} context={context} side="new" />
            </div>
            <div className="r-body">
              <RowTags row={row} index={index} context={context} anchors={anchors} />
              <Words row={row} heading={props.heading}>
                <Runs segments={row.segments} context={context} anchors={anchors} side="new" />
              </Words>
              <RowNotes row={row} index={index} context={context} anchors={anchors} />
              <WroteLink row={row} context={context} />
            </div>
          </>
        ) : null}
      </div>
    </div>
  );
}

function Words(props: { row: RedlineRow; heading: HeadingTag | undefined; children: ReactNode }): ReactNode {
  const Tag = props.heading ?? 'p';
  return <Tag className="r-words">{props.children}</Tag>;
}

function rowAttributes({ row, index }: PlacedRow, lines: number) {
  const ref = row.new ?? row.old;
  return {
    id: `row-${index}`,
    className: 'r-row',
    'data-status': row.status,
    'data-kind': ref?.kind ?? '',
    ...(ref !== null && ref.level > 1 ? { 'data-level': ref.level } : {}),
    ...(row.changed ? { 'data-touched': '' } : {}),
    'data-map': mapKind(row) ?? '',
    style: { '--lines': lines } as CSSProperties,
  };
}
