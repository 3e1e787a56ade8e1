import type { InvisibleKind } from '@/domain/redline/invisible';
import type { ClauseRef, RedlineRow, StructureChange } from '@/domain/redline/types';
import type { ClauseBlock } from '@/domain/text/nodes';
import { segmentsOf } from './changes';
import type { CompareWords } from './context';
import { type MarkChange, markChanges } from './marks';

const CLAUSE_KINDS = [
  'title',
  'chapeau',
  'preambular',
  'operative',
  'closing',
  'annex',
  'heading',
  'paragraph',
  'listItem',
  'tableRow',
] as const satisfies readonly (ClauseBlock | 'listItem' | 'tableRow')[];
type ClauseKind = (typeof CLAUSE_KINDS)[number];

function isClauseKind(kind: string): kind is ClauseKind {
  return (CLAUSE_KINDS as readonly string[]).includes(kind);
}

/** "operative paragraph"; an unknown kind is named by itself. */
export function kindWords(kind: string, t: CompareWords): string {
  return isClauseKind(kind) ? t(`clause.${kind}`) : kind;
}

/** How one cites a clause: "OP 3 (b)", and where it has no number, what it is: "heading". */
export function citationOf(ref: ClauseRef | null, t: CompareWords): string {
  if (ref === null) return '';
  return ref.citation === '' ? kindWords(ref.kind, t) : ref.citation;
}

/** One change of structure in plain words: "heading level 2 → 1". */
export function structureWords(change: StructureChange, row: RedlineRow, t: CompareWords): string {
  const { from, to } = change;
  switch (change.what) {
    case 'kind':
      return t('structure.kind', { from: kindWords(from, t), to: kindWords(to, t) });
    case 'level':
      return t('structure.level', { kind: kindWords((row.new ?? row.old)?.kind ?? '', t), from, to });
    case 'list':
      return t('structure.list', { from: listWords(from, t), to: listWords(to, t) });
    case 'numbering':
      return t('structure.numbering', {
        from: from === '' ? t('none') : from,
        to: to === '' ? t('none') : to,
      });
    case 'header':
      return t('structure.header', { from, to });
    case 'columns':
      return t('structure.columns', { from, to });
    case 'attribute':
      return t('structure.attribute', { from: settingWords(from, t), to: settingWords(to, t) });
  }
}

const SETTINGS = [
  'bulletList',
  'orderedList',
  'listItem',
  'paragraph',
  'heading',
  'table',
  'start',
  'type',
  'level',
  'colspan',
  'rowspan',
  'colwidth',
  'align',
  'id',
] as const;

/** A setting or the sorts of blocks in a clause, with the names that readers know in place of the stored ones. */
function settingWords(setting: string, t: CompareWords): string {
  if (setting === '') return t('none');
  return setting.replace(/[A-Za-z]+/g, (name) => {
    const known = SETTINGS.find((entry) => entry === name);
    return known === undefined ? name : t(`setting.${known}`);
  });
}

function listWords(list: string, t: CompareWords): string {
  if (list === 'bulletList') return t('listKind.bullet');
  if (list === 'orderedList') return t('listKind.ordered');
  return list === '' ? t('listKind.none') : list;
}

/** What changed in the form of the row's words, each thing once: "bold added". */
export function formattingWords(row: RedlineRow, t: CompareWords): string[] {
  const words = segmentsOf(row).flatMap((segment) =>
    segment.op === 'equal' && segment.oldMarks !== undefined
      ? markChanges(segment.oldMarks, segment.marks).map((change) => markWords(change, t))
      : [],
  );
  return [...new Set(words)];
}

const MARKS = ['bold', 'italic', 'underline', 'link', 'language'] as const;

export function markWords(change: MarkChange, t: CompareWords): string {
  const known = MARKS.find((name) => name === change.mark);
  const mark = known === undefined ? change.mark : t(`mark.${known}`);
  switch (change.what) {
    case 'added':
      return change.to === '' ? t('form.added', { mark }) : t('form.addedWith', { mark, value: change.to });
    case 'removed':
      return change.from === ''
        ? t('form.removed', { mark })
        : t('form.removedWith', { mark, value: change.from });
    case 'changed':
      return t('form.changed', { mark, from: change.from, to: change.to });
  }
}

/** Which characters that nobody sees differ in this row. */
export function invisibleWords(row: RedlineRow, t: CompareWords): string[] {
  const kinds = segmentsOf(row).flatMap((segment) =>
    segment.invisible === undefined ? [] : [segment.invisible],
  );
  return [...new Set(kinds)].map((kind) => t('invisible', { what: invisibleKind(kind, t) }));
}

const INVISIBLE = [
  'nfc',
  'no-break-space',
  'zero-width-space',
  'sara-am',
] as const satisfies readonly InvisibleKind[];

export function invisibleKind(kind: string, t: CompareWords): string {
  const known = INVISIBLE.find((name) => name === kind);
  return known === undefined ? kind : t(`invisibleKind.${known}`);
}
