import type { Editor, JSONContent } from '@tiptap/core';
import { numberOf } from './extensions/margin-numbers';

/** A document as Tiptap takes it. */
export type TestText = JSONContent;

export function ids(editor: Editor): unknown[] {
  return editor.state.doc.children.map((node) => node.attrs.id);
}

export function clauseTextOf(editor: Editor): string[] {
  return editor.state.doc.children.map((node) => node.textContent);
}

/** What the margin shows beside each block. */
export function labels(editor: Editor): string[] {
  return editor.state.doc.children.map((_node, index) => numberOf(editor.state, index)?.label ?? '');
}
