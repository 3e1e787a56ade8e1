import type { ReactNode } from 'react';
import type { RedlineRow } from '@/domain/redline/types';
import type { NumberedChange } from './changes';
import { excerpt, segmentsOf } from './changes';
import type { RedlineContext } from './context';
import { citationOf, formattingWords, invisibleWords, structureWords } from './row-notes';
import type { Anchors } from './runs';

/**
 * The clause's number in the margin: the new one, and the old where it was another. Where paper shows none, the
 * citation, quietly. What was split off or joined goes on under a number that is shown with the clause's first part.
 */
export function MarginLabel(props: {
  row: RedlineRow;
  context: RedlineContext;
  side?: 'old' | 'new';
}): ReactNode {
  const { row, context, side } = props;
  if (row.status === 'moved-away') return null;
  const old = row.old === null ? '' : marginOf(row.old);
  const fresh = row.new === null ? '' : marginOf(row.new);
  if (side === 'old')
    return row.status === 'split' ? null : <Label text={old} quiet={row.old?.label === ''} />;
  if (side === 'new')
    return row.status === 'merged' ? null : <Label text={fresh} quiet={row.new?.label === ''} />;
  if (row.new === null) return <Label text={old} quiet={row.old?.label === ''} />;
  return (
    <>
      {row.status === 'merged' ? null : <Label text={fresh} quiet={row.new.label === ''} />}
      {old === '' || old === fresh || row.status === 'split' ? null : (
        <span className="r-was" lang={context.locale}>
          {context.t('was', { label: old })}
        </span>
      )}
    </>
  );
}

const BULLET = '•';

function Label(props: { text: string; quiet: boolean }): ReactNode {
  const quiet = props.quiet && props.text !== BULLET;
  return <span className={quiet ? 'r-label r-label-quiet' : 'r-label'}>{props.text}</span>;
}

function marginOf(ref: { readonly label: string; readonly citation: string; readonly kind: string }): string {
  if (ref.label !== '') return ref.label;
  return ref.kind === 'listItem' && ref.citation === '' ? BULLET : ref.citation;
}

/**
 * Tags above the words: what happened to the clause as a whole. A change of the row that no run of its words
 * carries has its anchor here.
 */
export function RowTags(props: {
  row: RedlineRow;
  index: number;
  context: RedlineContext;
  anchors: Anchors;
}): ReactNode {
  const { row, index, context, anchors } = props;
  const changes = context.changesOfRow.get(index) ?? [];
  const status = statusTag(row, context);
  const own = changes.find((entry) => entry.change.kind === STATUS_CHANGE[row.status]);
  const inWords = new Set([
    ...segmentsOf(row).map((segment) => segment.change),
    ...row.structure.map((change) => change.change),
  ]);
  const others = changes.filter(
    (entry) => !inWords.has(entry.change.id) && (status === null || entry !== own),
  );
  if (status === null && others.length === 0) return null;
  return (
    <span className="r-tags" lang={context.locale}>
      {status === null ? null : (
        <span className={`r-tag r-tag-${row.status}`} {...anchorOf(own, anchors)}>
          {status}
        </span>
      )}
      {others.map((entry) => (
        <span key={entry.number} className="r-tag" {...anchorOf(entry, anchors)}>
          {context.t(`kind.${entry.change.kind}`)}
        </span>
      ))}
    </span>
  );
}

const STATUS_CHANGE: Readonly<Record<RedlineRow['status'], string>> = {
  kept: 'wording',
  inserted: 'clause-inserted',
  deleted: 'clause-deleted',
  moved: 'moved',
  'moved-away': 'moved',
  split: 'split',
  merged: 'merged',
};

function anchorOf(entry: NumberedChange | undefined, anchors: Anchors) {
  return entry === undefined ? {} : { 'data-change': entry.number, ...anchors.claim(entry.number, entry) };
}

function statusTag(row: RedlineRow, context: RedlineContext): ReactNode {
  const { t } = context;
  const from = citationOf(row.old, t);
  switch (row.status) {
    case 'kept':
      return null;
    case 'inserted':
      return t('tag.inserted');
    case 'deleted':
      return t('tag.deleted');
    case 'moved':
      return (
        <Jump to={row.counterpart}>
          {row.old?.citation === '' ? t('tag.movedPlain') : t('tag.moved', { from })}
        </Jump>
      );
    case 'moved-away':
      return null;
    case 'split':
      return t('tag.split', { from });
    case 'merged':
      return t('tag.merged', { from, to: citationOf(row.new, t) });
  }
}

/** A link to another row of the redline. */
function Jump(props: { to: number | undefined; children: ReactNode }): ReactNode {
  return props.to === undefined ? props.children : <a href={`#row-${props.to}`}>{props.children}</a>;
}

/** What stands where a moved clause was: where it went, and its first words, never as deleted. */
export function MovedAway(props: { row: RedlineRow; context: RedlineContext }): ReactNode {
  const { row, context } = props;
  const { t } = context;
  const other = row.counterpart === undefined ? undefined : context.rows[row.counterpart];
  const words = excerpt(oldWords(row, other), 60);
  return (
    <span className="r-tags" lang={context.locale}>
      <span className="r-tag r-tag-moved-away">
        <Jump to={row.counterpart}>
          {row.old?.citation === ''
            ? t(row.cells === undefined ? 'tag.movedAwayPlain' : 'tag.movedAwayRow')
            : t('tag.movedAway', { from: citationOf(row.old, t), to: citationOf(other?.new ?? null, t) })}
        </Jump>
      </span>
      {words === '' ? null : <span className="r-ghost">{words}</span>}
    </span>
  );
}

function oldWords(row: RedlineRow, other: RedlineRow | undefined): string {
  const source = segmentsOf(row).length > 0 ? row : other;
  if (source === undefined) return '';
  return segmentsOf(source)
    .filter((segment) => segment.op !== 'insert')
    .map((segment) => segment.text)
    .join('');
}

/** Changes of structure and form of a clause, in words below it. */
export function RowNotes(props: {
  row: RedlineRow;
  index: number;
  context: RedlineContext;
  anchors: Anchors;
}): ReactNode {
  const { row, index, context, anchors } = props;
  const { t } = context;
  const form = formattingWords(row, t);
  const hidden = invisibleWords(row, t);
  if (row.structure.length + form.length + hidden.length === 0) return null;
  const numbered = new Map((context.changesOfRow.get(index) ?? []).map((entry) => [entry.change.id, entry]));
  return (
    <ul className="r-chips" lang={context.locale}>
      {row.structure.map((change) => (
        <li
          key={`${change.what} ${change.from} ${change.to}`}
          className="r-chip"
          {...anchorOf(change.change === undefined ? undefined : numbered.get(change.change), anchors)}
        >
          {structureWords(change, row, t)}
        </li>
      ))}
      {form.map((words) => (
        <li key={words} className="r-chip">
          {words}
        </li>
      ))}
      {hidden.map((words) => (
        <li key={words} className="r-chip">
          {words}
        </li>
      ))}
    </ul>
  );
}

/** From a changed clause to its history: who wrote which words. */
export function WroteLink(props: { row: RedlineRow; context: RedlineContext }): ReactNode {
  const { row, context } = props;
  const { t, wroteHref } = context;
  const ref = row.new ?? row.old;
  const isTouched = row.changed || row.status !== 'kept';
  if (wroteHref === null || ref === null || ref.id === null || !isTouched) return null;
  return (
    <a
      href={wroteHref(ref.id)}
      className="r-wrote no-print"
      lang={context.locale}
      aria-label={ref.citation === '' ? undefined : t('wroteOf', { clause: ref.citation })}
    >
      {t('wrote')}
    </a>
  );
}
