import type { ReactNode } from 'react';
import type { RedlineContext } from '@/components/compare/context';
import { RowNotes, RowTags } from '@/components/compare/row-head';
import { citationOf } from '@/components/compare/row-notes';
import { Anchors, type RunSide, Runs } from '@/components/compare/runs';
import { Badge } from '@/components/ui/badge';
import type { ThreeWayClause, Touch } from '@/domain/redline/three-way/types';
import type { RedlineRow } from '@/domain/redline/types';
import type { Side } from './choice';
import type { ThreeWayWords } from './three-way';

const TONES = {
  neither: 'neutral',
  onlyA: 'accent',
  onlyB: 'accent',
  alike: 'done',
  differently: 'warn',
} as const satisfies Record<Touch, string>;

/** One clause of the base between what the two texts made of it. On phones the three stand one under another. */
export function ThreeClause(props: {
  clause: ThreeWayClause;
  titles: Readonly<Record<Side, string>>;
  t: ThreeWayWords;
  context: RedlineContext;
}): ReactNode {
  const { clause, titles, t, context } = props;
  const put = clause.a[0] ?? clause.b[0];
  const place =
    clause.base === null
      ? t('inserted', { kind: citationOf(put?.new ?? null, context.t) })
      : citationOf(clause.base, context.t);
  const source = clause.a.length > 0 ? clause.a : clause.b;
  return (
    <article className="three-clause" data-touch={clause.touch}>
      <header className="three-place" lang={context.locale}>
        <span>{place}</span>
        <Badge tone={TONES[clause.touch]}>{t(`touch.${clause.touch}`, { a: titles.a, b: titles.b })}</Badge>
      </header>
      <Column title={t('baseColumn', { version: titles.base })} context={context}>
        {clause.base === null ? (
          <Quiet words={t('notInBase')} context={context} />
        ) : (
          <Rows rows={source} side="old" context={context} />
        )}
      </Column>
      {(['a', 'b'] as const).map((side) => (
        <Column key={side} title={titles[side]} context={context}>
          <Made rows={clause[side]} isNew={clause.base === null} t={t} context={context} />
        </Column>
      ))}
    </article>
  );
}

function Column(props: { title: string; context: RedlineContext; children: ReactNode }): ReactNode {
  return (
    <div className="three-column">
      <span className="three-title" lang={props.context.locale}>
        {props.title}
      </span>
      {props.children}
    </div>
  );
}

/** What one text made of the clause: its redline, or that it left it as it was. */
function Made(props: {
  rows: readonly RedlineRow[];
  isNew: boolean;
  t: ThreeWayWords;
  context: RedlineContext;
}): ReactNode {
  const { rows, t, context } = props;
  if (rows.length === 0) {
    return <Quiet words={t(props.isNew ? 'notPutIn' : 'unchanged')} context={context} />;
  }
  const isTouched = rows.some((row) => row.changed || row.status !== 'kept' || row.structure.length > 0);
  if (!isTouched) return <Quiet words={t('unchanged')} context={context} />;
  return <Rows rows={rows} side="both" context={context} />;
}

function Quiet(props: { words: string; context: RedlineContext }): ReactNode {
  return (
    <p className="three-quiet" lang={props.context.locale}>
      {props.words}
    </p>
  );
}

function Rows(props: {
  rows: readonly RedlineRow[];
  side: Exclude<RunSide, 'new'>;
  context: RedlineContext;
}): ReactNode {
  const { context, side } = props;
  // The old words of a clause that was split are in all its parts: one clause, not several.
  if (side === 'old') {
    const cells = props.rows[0]?.cells;
    const segments = props.rows.flatMap((row) => row.segments);
    return cells === undefined ? (
      <p className="r-words">
        <Runs segments={segments} context={context} anchors={new Anchors()} side="old" />
      </p>
    ) : (
      <Cells row={props.rows[0]} side="old" context={context} />
    );
  }
  return props.rows.map((row, index) => {
    const anchors = new Anchors();
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a clause never move
      <div key={index}>
        <RowTags row={row} index={-1} context={context} anchors={anchors} />
        {row.cells === undefined ? (
          <p className="r-words">
            <Runs segments={row.segments} context={context} anchors={anchors} />
          </p>
        ) : (
          <Cells row={row} side="both" context={context} />
        )}
        <RowNotes row={row} index={-1} context={context} anchors={anchors} />
      </div>
    );
  });
}

/** The cells of a table row, one under another: three tables beside each other would be read by nobody. */
function Cells(props: {
  row: RedlineRow | undefined;
  side: Exclude<RunSide, 'new'>;
  context: RedlineContext;
}): ReactNode {
  const { row, side, context } = props;
  const cells = (row?.cells ?? []).filter((cell) => side === 'both' || cell.status !== 'inserted');
  return (
    <ol className="three-cells">
      {cells.map((cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
        <li key={column}>
          <Runs segments={cell.segments} context={context} anchors={new Anchors()} side={side} />
        </li>
      ))}
    </ol>
  );
}
