import { Extension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';

/** Where something dragged would land, and a caret for places without words (before a table at the top). */
export const Cursors = Extension.create({
  name: 'cursors',
  addProseMirrorPlugins: () => [dropCursor({ color: false, class: 'drop-here', width: 2 }), gapCursor()],
});
