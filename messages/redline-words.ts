import { excerpt, type RedlineWords } from '../domain/redline/files/file';
import type { ClauseRef, Redline, RedlineRow, Segment, StructureChange } from '../domain/redline/types';
import type { MarkJson } from '../domain/text/document-json';
import type { Locale } from './locale';
import { formatter, translator } from './translate';

/** What a redline as a file says, in the words of the compare page. `delegations`: names by ISO country code. */
export function redlineWords(
  locale: Locale,
  delegations: Readonly<Record<string, string>> = {},
): RedlineWords {
  const t = translator(locale, 'compare');
  const f = translator(locale, 'redlineFile');
  const number = (value: number) => formatter(locale).number(value);
  /** A word of the catalogue that the redline names by itself; one that is unknown is said as it is. */
  const word = (family: string, name: string): string => {
    const key = `${family}.${name}` as 'clause.title';
    return t.has(key) ? t(key) : name;
  };
  const citation = (ref: ClauseRef | null): string =>
    ref === null ? '' : ref.citation === '' ? word('clause', ref.kind) : ref.citation;
  const setting = (words: string): string =>
    words === '' ? t('none') : words.replace(/[A-Za-z]+/g, (name) => word('setting', name));
  const list = (kind: string): string =>
    kind === '' ? t('listKind.none') : word('listKind', kind === 'bulletList' ? 'bullet' : 'ordered');

  function structure({ what, from, to }: StructureChange, row: RedlineRow): string {
    switch (what) {
      case 'kind':
        return t('structure.kind', { from: word('clause', from), to: word('clause', to) });
      case 'level':
        return t('structure.level', { kind: word('clause', (row.new ?? row.old)?.kind ?? ''), from, to });
      case 'list':
        return t('structure.list', { from: list(from), to: list(to) });
      case 'attribute':
        return t('structure.attribute', { from: setting(from), to: setting(to) });
      default:
        return t(`structure.${what}`, { from: from || t('none'), to: to || t('none') });
    }
  }

  function form(before: readonly MarkJson[], after: readonly MarkJson[]): string[] {
    const names = [...new Set([...before, ...after].map((mark) => mark.type))].sort();
    return names.flatMap((name): string[] => {
      const [from, to] = [markValue(before, name), markValue(after, name)];
      const mark = word('mark', name);
      if (from === to) return [];
      if (from === null) return [to ? t('form.addedWith', { mark, value: to }) : t('form.added', { mark })];
      if (to === null) {
        return [from ? t('form.removedWith', { mark, value: from }) : t('form.removed', { mark })];
      }
      return [t('form.changed', { mark, from, to })];
    });
  }

  return {
    language: locale,
    title: f('title'),
    text: t('textLabel'),
    legend: {
      inserted: t('legend.inserted'),
      deleted: t('legend.deleted'),
      moved: t('legend.moved'),
      form: t('legend.form'),
    },
    summary: ({ summary }: Redline) => [
      [f('lengths'), f('lengthsValue', { old: summary.oldWords, new: summary.newWords })],
      [t('summary.inserted'), number(summary.wordsInserted)],
      [t('summary.deleted'), number(summary.wordsDeleted)],
      [f('wordsMoved'), number(summary.wordsMoved)],
      [t('summary.edited'), number(summary.clausesEdited)],
      [t('summary.clausesInserted'), number(summary.clausesInserted)],
      [t('summary.clausesDeleted'), number(summary.clausesDeleted)],
      [t('summary.moved'), number(summary.clausesMoved)],
      [t('summary.formatting'), number(summary.formattingChanges)],
      [t('summary.structure'), number(summary.structureChanges)],
    ],
    tag: (row, other) => {
      const from = citation(row.old);
      switch (row.status) {
        case 'kept':
          return null;
        case 'inserted':
        case 'deleted':
          return t(`tag.${row.status}`);
        case 'moved':
          return row.old?.citation === '' ? t('tag.movedPlain') : t('tag.moved', { from });
        case 'moved-away':
          if (row.old?.citation !== '') return t('tag.movedAway', { from, to: citation(other?.new ?? null) });
          return t(row.cells === undefined ? 'tag.movedAwayPlain' : 'tag.movedAwayRow');
        case 'split':
          return t('tag.split', { from });
        case 'merged':
          return t('tag.merged', { from, to: citation(row.new) });
        default:
          return null;
      }
    },
    notes: (row) => {
      const segments = segmentsOf(row);
      const formatting = segments.flatMap(({ op, oldMarks, marks }) =>
        op === 'equal' && oldMarks !== undefined ? form(oldMarks, marks) : [],
      );
      const hidden = segments.flatMap(({ invisible }) =>
        invisible === undefined ? [] : [t('invisible', { what: word('invisibleKind', invisible) })],
      );
      return [
        ...new Set([...row.structure.map((change) => structure(change, row)), ...formatting, ...hidden]),
      ];
    },
    kind: ({ kind }) => t(`kind.${kind}`),
    place: (rows, index) => {
      const ref = rows[index]?.new ?? rows[index]?.old ?? null;
      if (ref === null || ref.citation !== '') return ref?.citation ?? '';
      const kind = word('clause', ref.kind);
      for (let above = index - 1; above >= Math.max(0, index - FARTHEST_LANDMARK); above -= 1) {
        const outer = landmark(rows[above]);
        if (outer !== '') return t('place.under', { outer, kind });
      }
      return kind;
    },
    author: (code) => (code === '' ? t('secretariat') : (delegations[code] ?? code)),
    changes: (count) => t('list.heading', { count }),
  };
}

/** How many rows above a change a number or a heading is looked for. */
const FARTHEST_LANDMARK = 300;

/** What one would name a place after: the citation, or the words of a heading. */
function landmark(row: RedlineRow | undefined): string {
  const ref = row?.new ?? row?.old;
  if (row === undefined || ref == null || ref.citation !== '') return ref?.citation ?? '';
  if (ref.kind !== 'heading' && ref.kind !== 'annex') return '';
  const gone = row.new === null ? 'insert' : 'delete';
  const words = row.segments.map((segment) => (segment.op === gone ? '' : segment.text)).join('');
  return words === '' ? '' : `“${excerpt(words, 40)}”`;
}

function segmentsOf(row: RedlineRow): readonly Segment[] {
  return row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments);
}

/** What a mark says beyond its name, "" for nothing, null where it is absent. */
function markValue(marks: readonly MarkJson[], name: string): string | null {
  const mark = marks.find((entry) => entry.type === name);
  if (mark === undefined) return null;
  const value = mark.attrs?.[name === 'link' ? 'href' : 'lang'];
  return typeof value === 'string' ? value : '';
}
