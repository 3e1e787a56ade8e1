import type { Editor } from '@tiptap/core';
import { isInTable, selectedRect } from '@tiptap/pm/tables';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import { isPassageLanguage } from '@/domain/text/marks';
import { isHeaderRow } from './clause-commands';

/** Kinds as the menu lists them: a clause kind, with the level where it has one. */
export const KIND_CHOICES = [
  'title',
  'chapeau',
  'preambular',
  'operative',
  'operative2',
  'operative3',
  'heading1',
  'heading2',
  'heading3',
  'paragraph',
  'closing',
  'annex',
] as const;
export type KindChoice = (typeof KIND_CHOICES)[number];

export interface ToolbarState {
  readonly kind: KindChoice | 'list' | 'table';
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly link: boolean;
  readonly language: string;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly inTable: boolean;
  readonly headerRow: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export function toolbarState(editor: Editor): ToolbarState {
  const { state } = editor;
  const inTable = isInTable(state);
  const undo = yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined;
  const lang: unknown = editor.getAttributes('language').lang;
  return {
    kind: kindAt(editor, inTable),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    link: editor.isActive('link'),
    language: isPassageLanguage(lang) ? lang : '',
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    inTable,
    headerRow: inTable && isHeaderRow(selectedRect(state).table.child(0)),
    canUndo: (undo?.undoManager.undoStack.length ?? 0) > 0,
    canRedo: (undo?.undoManager.redoStack.length ?? 0) > 0,
  };
}

function kindAt(editor: Editor, inTable: boolean): ToolbarState['kind'] {
  if (inTable) return 'table';
  const { $from } = editor.state.selection;
  const node = $from.depth === 0 ? $from.nodeAfter : $from.node(1);
  const name = node?.type.name ?? 'paragraph';
  if (name === 'bulletList' || name === 'orderedList') return 'list';
  if (name === 'table') return 'table';
  const level = Number(node?.attrs.level ?? 1);
  const choice =
    name === 'heading' ? `heading${level}` : name === 'operative' && level > 1 ? `operative${level}` : name;
  return KIND_CHOICES.find((known) => known === choice) ?? 'paragraph';
}
