import { Extension, wrappingInputRule } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { HouseStyle } from '@/domain/text/numbering';

/** Keys for words and lists: what every editor has, and nothing that changes a text behind one's back. */
export const WordKeys = Extension.create<{ houseStyle: HouseStyle }>({
  name: 'wordKeys',
  addOptions() {
    return { houseStyle: 'declaration' };
  },
  addKeyboardShortcuts() {
    const { editor } = this;
    const toggle = (mark: string) => () => editor.commands.toggleMark(mark);
    const list = (name: string) => () => editor.commands.toggleList(name, 'listItem');
    const newLine = () => editor.commands.insertContent({ type: 'hardBreak' });
    return {
      'Mod-b': toggle('bold'),
      'Mod-i': toggle('italic'),
      'Mod-u': toggle('underline'),
      'Mod-Shift-8': list('bulletList'),
      'Mod-Shift-7': list('orderedList'),
      'Shift-Enter': newLine,
      'Mod-Enter': newLine,
      Enter: () => editor.commands.splitListItem('listItem'),
      Tab: () => editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => editor.commands.liftListItem('listItem'),
      Backspace: () => atStartOfItem(editor.state) && editor.commands.liftListItem('listItem'),
    };
  },
  /** "- " begins a bulleted list; "1. " a numbered one where it does not begin an operative paragraph. */
  addInputRules() {
    const { bulletList, orderedList } = this.editor.schema.nodes;
    const rules = [];
    if (bulletList !== undefined) rules.push(wrappingInputRule({ find: /^\s*[-•]\s$/, type: bulletList }));
    if (orderedList !== undefined && this.options.houseStyle === 'sections') {
      rules.push(
        wrappingInputRule({
          find: /^(\d{1,3})[.)]\s$/,
          type: orderedList,
          getAttributes: (match) => ({ start: Number(match[1]) }),
        }),
      );
    }
    return rules;
  },
});

/** The caret at the very beginning of a list item's words. */
function atStartOfItem(state: EditorState): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false;
  return $from.node(-1).type.name === 'listItem' && $from.index(-1) === 0;
}
