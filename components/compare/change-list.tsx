import type { ReactNode } from 'react';
import { Flag } from '@/components/ui/flag';
import { InTurns } from '@/components/ui/in-turns';
import type { Change, RedlineRow } from '@/domain/redline/types';
import { excerpt, type NumberedChange, segmentsOf } from './changes';
import { delegationName, type RedlineContext } from './context';
import { markChanges } from './marks';
import { citationOf, invisibleKind, markWords, placeOf, structureWords } from './row-notes';

const EXCERPT = 64;

/** Every change as a numbered link to its place. The filter and the navigator find entries by `data-entry`. */
export function ChangeList(props: {
  changes: readonly NumberedChange[];
  context: RedlineContext;
  language: string;
}): ReactNode {
  return (
    <ol className="change-list" data-change-list="">
      <InTurns
        items={props.changes}
        draw={(some) =>
          some.map((entry) => (
            <Entry key={entry.number} entry={entry} context={props.context} language={props.language} />
          ))
        }
      />
    </ol>
  );
}

function Entry(props: { entry: NumberedChange; context: RedlineContext; language: string }): ReactNode {
  const { entry, context } = props;
  const { change } = entry;
  const { t } = context;
  const row = context.rows[change.row];
  return (
    <li
      data-entry={entry.number}
      data-group={entry.group}
      data-authors={entry.authors.map((code) => code || '-').join(' ')}
    >
      <a href={`#change-${entry.number}`}>
        <span className="change-number">{entry.number}</span>
        <span className="change-meta">
          <span className="change-place">{placeOf(context.rows, change.row, t)}</span>
          <span className="change-kind">{t(`kind.${change.kind}`)}</span>
        </span>
        <span className="change-authors">
          {entry.authors.map((code) =>
            code === '' ? (
              <span key={code}>{delegationName(context, code)}</span>
            ) : (
              <Flag key={code} country={code} name={delegationName(context, code)} size={10} />
            ),
          )}
        </span>
        <span className="change-words">
          {row === undefined ? null : (
            <Gist change={change} row={row} context={context} language={props.language} />
          )}
        </span>
      </a>
    </li>
  );
}

/** The change in a line: the words taken out and put in, or what happened to the clause. */
function Gist(props: {
  change: Change;
  row: RedlineRow;
  context: RedlineContext;
  language: string;
}): ReactNode {
  const { change, row, context } = props;
  const { t } = context;
  switch (change.kind) {
    case 'structure': {
      const what = row.structure.find((entry) => entry.change === change.id);
      return what === undefined ? t('kind.structure') : structureWords(what, row, t);
    }
    case 'formatting':
      return formGist(change, row, context) ?? <Quote text={change.newText} language={props.language} />;
    case 'invisible':
      return segmentsOf(row)
        .filter((segment) => segment.change === change.id && segment.invisible !== undefined)
        .map((segment) => invisibleKind(segment.invisible ?? '', t))
        .join(', ');
    case 'split':
      return <Quote text={change.newText} language={props.language} />;
    case 'merged':
      return <Quote text={change.oldText} language={props.language} />;
    case 'moved':
      return row.old?.citation === '' ? (
        <Quote text={change.newText} language={props.language} />
      ) : (
        t('tag.movedTo', { from: citationOf(row.old, t), to: citationOf(row.new, t) })
      );
    default:
      return (
        <span lang={props.language}>
          {change.oldText === '' ? null : <del>{excerpt(change.oldText, EXCERPT)}</del>}
          {change.oldText !== '' && change.newText !== '' ? ' ' : null}
          {change.newText === '' ? null : <ins>{excerpt(change.newText, EXCERPT)}</ins>}
        </span>
      );
  }
}

function formGist(change: Change, row: RedlineRow, context: RedlineContext): string | null {
  const words = segmentsOf(row)
    .filter((segment) => segment.change === change.id)
    .flatMap((segment) => markChanges(segment.oldMarks ?? segment.marks, segment.marks))
    .map((mark) => markWords(mark, context.t));
  if (words.length === 0) return null;
  return context.t('formOf', { what: [...new Set(words)].join(', '), words: excerpt(change.newText, 32) });
}

function Quote(props: { text: string; language: string }): ReactNode {
  return <span lang={props.language}>{excerpt(props.text, EXCERPT)}</span>;
}
