import type { InvisibleKind } from '@/domain/redline/invisible';
import type { ClauseRef, RedlineRow, StructureChange } from '@/domain/redline/types';
import type { ClauseBlock } from '@/domain/text/nodes';
import { excerpt, segmentsOf } from './changes';
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

/** Whether anything about the form of the row has to be said. */
export function hasRowNotes(row: RedlineRow): boolean {
  return (
    row.structure.length > 0 ||
    segmentsOf(row).some((segment) => segment.oldMarks !== undefined || segment.invisible !== undefined)
  );
}

/**
 * Where a change is, for a list: the citation, a row by its first words, and what has no number by the last
 * numbered clause above it.
 */
export function placeOf(rows: readonly RedlineRow[], index: number, t: CompareWords): string {
  const row = rows[index];
  const ref = row?.new ?? row?.old ?? null;
  if (row === undefined || ref === null) return '';
  if (ref.citation !== '') return ref.citation;
  const name = row.cells === undefined ? '' : firstWords(row);
  if (name !== '') return t('place.row', { name });
  const kind = kindWords(ref.kind, t);
  for (let above = index - 1; above >= 0; above -= 1) {
    const outer = (rows[above]?.new ?? rows[above]?.old)?.citation ?? '';
    if (outer !== '') return t('place.under', { outer, kind });
  }
  return kind;
}

function firstWords(row: RedlineRow): string {
  for (const cell of row.cells ?? []) {
    const words = cell.segments
      .filter((segment) => segment.op !== (row.new === null ? 'insert' : 'delete'))
      .map((segment) => segment.text)
      .join('');
    if (words.trim() !== '') return excerpt(words, 18);
  }
  return '';
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

const MARKS = ['bold', 'bracket', 'italic', 'underline', 'link', 'language'] as const;

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
