import type { InvisibleKind } from '../../domain/redline/invisible';
import type { ClauseRef, RedlineRow, Segment, StructureChange } from '../../domain/redline/types';
import type { MarkJson } from '../../domain/text/document-json';
import type { Locale } from '../../messages/locale';
import { translator } from '../../messages/translate';

type CompareWords = ReturnType<typeof translator<'compare'>>;

/** What a redline says in words beside a clause, in the words of the compare page. */
export class RedlineNotes {
  private readonly t: CompareWords;
  private readonly paper: ReturnType<typeof translator<'paper'>>;
  private readonly delegations: Readonly<Record<string, string>>;

  constructor(locale: Locale, delegations: Readonly<Record<string, string>>) {
    this.t = translator(locale, 'compare');
    this.paper = translator(locale, 'paper');
    this.delegations = delegations;
  }

  /** Above the words: what happened to the clause as a whole; null where nothing did. */
  tag(row: RedlineRow, other: RedlineRow | undefined): string | null {
    const { t } = this;
    const from = this.citation(row.old);
    switch (row.status) {
      case 'kept':
        return null;
      case 'inserted':
        return t('tag.inserted');
      case 'deleted':
        return t('tag.deleted');
      case 'moved':
        return row.old?.citation === '' ? t('tag.movedPlain') : t('tag.moved', { from });
      case 'moved-away':
        return row.old?.citation === ''
          ? t(row.cells === undefined ? 'tag.movedAwayPlain' : 'tag.movedAwayRow')
          : t('tag.movedAway', { from, to: this.citation(other?.new ?? null) });
      case 'split':
        return t('tag.split', { from });
      case 'merged':
        return t('tag.merged', { from, to: this.citation(row.new) });
    }
  }

  /** Below the words: changes of structure, of form, and of what nobody sees; each thing once. */
  below(row: RedlineRow): string[] {
    const segments = segmentsOf(row);
    const form = segments.flatMap((segment) =>
      segment.op === 'equal' && segment.oldMarks !== undefined
        ? this.form(segment.oldMarks, segment.marks)
        : [],
    );
    const hidden = segments.flatMap((segment) =>
      segment.invisible === undefined ? [] : [this.t('invisible', { what: this.hidden(segment.invisible) })],
    );
    return [...new Set([...row.structure.map((change) => this.structure(change, row)), ...form, ...hidden])];
  }

  /** Who inserted and who deleted words of the clause; "" where nobody is known. */
  writers(row: RedlineRow): string {
    const segments = segmentsOf(row);
    const inserted = this.names(segments.filter((segment) => segment.op === 'insert'));
    const deleted = this.names(segments.filter((segment) => segment.op === 'delete'));
    if (inserted === deleted) return inserted;
    return [
      ...(inserted === '' ? [] : [this.paper('redline.insertedBy', { names: inserted })]),
      ...(deleted === '' ? [] : [this.paper('redline.deletedBy', { names: deleted })]),
    ].join('\n');
  }

  names(segments: readonly Segment[]): string {
    const codes = segments.flatMap((segment) => (segment.author === undefined ? [] : [segment.author]));
    return [...new Set(codes)]
      .map((code) => (code === '' ? this.t('secretariat') : (this.delegations[code] ?? code)))
      .sort()
      .join(', ');
  }

  private citation(ref: ClauseRef | null): string {
    if (ref === null) return '';
    return ref.citation === '' ? this.kind(ref.kind) : ref.citation;
  }

  private kind(kind: string): string {
    const key = `clause.${kind}` as 'clause.title';
    return this.t.has(key) ? this.t(key) : kind;
  }

  private structure(change: StructureChange, row: RedlineRow): string {
    const { t } = this;
    const { from, to } = change;
    switch (change.what) {
      case 'kind':
        return t('structure.kind', { from: this.kind(from), to: this.kind(to) });
      case 'level':
        return t('structure.level', { kind: this.kind((row.new ?? row.old)?.kind ?? ''), from, to });
      case 'list':
        return t('structure.list', { from: this.list(from), to: this.list(to) });
      case 'numbering':
        return t('structure.numbering', { from: from || t('none'), to: to || t('none') });
      case 'header':
        return t('structure.header', { from, to });
      case 'columns':
        return t('structure.columns', { from, to });
      case 'attribute':
        return t('structure.attribute', { from: this.setting(from), to: this.setting(to) });
    }
  }

  private list(list: string): string {
    if (list === 'bulletList') return this.t('listKind.bullet');
    if (list === 'orderedList') return this.t('listKind.ordered');
    return list === '' ? this.t('listKind.none') : list;
  }

  private setting(setting: string): string {
    if (setting === '') return this.t('none');
    return setting.replace(/[A-Za-z]+/g, (name) => {
      const key = `setting.${name}` as 'setting.level';
      return this.t.has(key) ? this.t(key) : name;
    });
  }

  private form(before: readonly MarkJson[], after: readonly MarkJson[]): string[] {
    const names = [...new Set([...before, ...after].map((mark) => mark.type))].sort();
    return names.flatMap((name) => {
      const from = markValue(before, name);
      const to = markValue(after, name);
      if (from === to) return [];
      const key = `mark.${name}` as 'mark.bold';
      const mark = this.t.has(key) ? this.t(key) : name;
      if (from === null) {
        return [to ? this.t('form.addedWith', { mark, value: to }) : this.t('form.added', { mark })];
      }
      if (to === null) {
        return [from ? this.t('form.removedWith', { mark, value: from }) : this.t('form.removed', { mark })];
      }
      return [this.t('form.changed', { mark, from, to })];
    });
  }

  private hidden(kind: string): string {
    const key = `invisibleKind.${kind}` as `invisibleKind.${InvisibleKind}`;
    return this.t.has(key) ? this.t(key) : kind;
  }
}

export function segmentsOf(row: RedlineRow): readonly Segment[] {
  return row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments);
}

/** What a mark says beyond its name, "" for nothing, null where it is absent. */
function markValue(marks: readonly MarkJson[], name: string): string | null {
  const mark = marks.find((entry) => entry.type === name);
  if (mark === undefined) return null;
  const value = mark.attrs?.[name === 'link' ? 'href' : 'lang'];
  return typeof value === 'string' ? value : '';
}
