import type { Change, RedlineRow } from '@/domain/redline/types';
import { excerpt, type NumberedChange, segmentsOf } from './changes';
import type { RedlineContext } from './context';
import type { ChangeFacts } from './filter';
import { markChanges } from './marks';
import { citationOf, invisibleKind, markWords, placeOf, structureWords } from './row-notes';

/** A change as a line of the list says it. Plain data: it crosses to the browser. */
export interface ListEntry extends ChangeFacts {
  readonly row: number;
  readonly place: string;
  readonly kind: Change['kind'];
  readonly gist: Gist;
}

/** Words taken out and put in, words of the text, or words about it in the reader's language. */
export type Gist =
  | { readonly old: string; readonly new: string }
  | { readonly quote: string }
  | { readonly said: string };

const EXCERPT = 64;

export function listEntries(changes: readonly NumberedChange[], context: RedlineContext): ListEntry[] {
  let last = { row: -1, place: '' };
  return changes.map(({ number, group, authors, change }) => {
    const row = context.rows[change.row];
    if (change.row !== last.row)
      last = { row: change.row, place: placeOf(context.rows, change.row, context.t) };
    const gist = row === undefined ? { said: '' } : gistOf(change, row, context);
    return { number, group, authors, row: change.row, place: last.place, kind: change.kind, gist };
  });
}

function gistOf(change: Change, row: RedlineRow, context: RedlineContext): Gist {
  const { t } = context;
  switch (change.kind) {
    case 'structure': {
      const what = row.structure.find((entry) => entry.change === change.id);
      return { said: what === undefined ? t('kind.structure') : structureWords(what, row, t) };
    }
    case 'formatting': {
      const said = formGist(change, row, context);
      return said === null ? quoted(change.newText) : { said };
    }
    case 'invisible':
      return {
        said: segmentsOf(row)
          .filter((segment) => segment.change === change.id && segment.invisible !== undefined)
          .map((segment) => invisibleKind(segment.invisible ?? '', t))
          .join(', '),
      };
    case 'split':
      return quoted(change.newText);
    case 'merged':
      return quoted(change.oldText);
    case 'moved':
      return row.old?.citation === ''
        ? quoted(change.newText)
        : { said: t('tag.movedTo', { from: citationOf(row.old, t), to: citationOf(row.new, t) }) };
    default:
      return { old: excerpt(change.oldText, EXCERPT), new: excerpt(change.newText, EXCERPT) };
  }
}

function quoted(text: string): Gist {
  return { quote: excerpt(text, EXCERPT) };
}

function formGist(change: Change, row: RedlineRow, context: RedlineContext): string | null {
  const words = segmentsOf(row)
    .filter((segment) => segment.change === change.id)
    .flatMap((segment) => markChanges(segment.oldMarks ?? segment.marks, segment.marks))
    .map((mark) => markWords(mark, context.t));
  if (words.length === 0) return null;
  return context.t('formOf', { what: [...new Set(words)].join(', '), words: excerpt(change.newText, 32) });
}
