import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';

export interface FootnotePlace {
  readonly pos: number;
  readonly text: string;
}

/** The footnotes of the text in reading order. */
export function footnotePlaces(document: Node): FootnotePlace[] {
  const places: FootnotePlace[] = [];
  document.descendants((node, pos) => {
    if (node.type.name === 'footnote') places.push({ pos, text: String(node.attrs.text ?? '') });
    return !node.isLeaf;
  });
  return places;
}

/** The footnote that is selected, or null. */
export function selectedFootnote(editor: Editor): FootnotePlace | null {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return null;
  return { pos: selection.from, text: String(selection.node.attrs.text ?? '') };
}

/** Writes the words of a footnote: of the given one, or of a new one at the caret. Empty words remove it. */
export function writeFootnote(editor: Editor, place: FootnotePlace | null, text: string): void {
  const words = text.replace(/\s+/g, ' ').trim();
  if (place === null) {
    if (words === '') return;
    editor
      .chain()
      .focus()
      .insertContent({ type: 'footnote', attrs: { text: words } })
      .run();
    return;
  }
  const { tr, doc } = editor.state;
  if (doc.nodeAt(place.pos)?.type.name !== 'footnote') return;
  if (words === '') tr.delete(place.pos, place.pos + 1);
  else tr.setNodeAttribute(place.pos, 'text', words);
  editor.view.dispatch(tr);
  editor.commands.focus();
}

export function selectFootnote(editor: Editor, pos: number): void {
  const { tr, doc } = editor.state;
  if (doc.nodeAt(pos)?.type.name !== 'footnote') return;
  editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, pos)).scrollIntoView());
  editor.view.focus();
}
