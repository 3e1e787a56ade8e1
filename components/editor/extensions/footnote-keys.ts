import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';

/** A footnote's sign opens its words: by double click, and by Enter while it is selected. */
export const FootnoteKeys = Extension.create<{ open: () => void }>({
  name: 'footnoteKeys',
  priority: 1200,
  addOptions() {
    return { open: () => undefined };
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return false;
        this.options.open();
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    const { open } = this.options;
    return [
      new Plugin({
        key: new PluginKey('footnoteKeys'),
        props: {
          handleDoubleClickOn: (view, _pos, node, nodePos) => {
            if (node.type.name !== 'footnote' || !view.editable) return false;
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePos)));
            open();
            return true;
          },
        },
      }),
    ];
  },
});
