import { Extension, InputRule } from '@tiptap/core';
import type { ClauseBlock } from '@/domain/text/nodes';
import type { HouseStyle } from '@/domain/text/numbering';
import { backspaceInClause, changeLevel, enterInClause, moveClause, setKind } from '../clause-commands';

/** Panels that a key can open. */
export type EditorPanel = 'find' | 'help' | 'link' | 'footnote' | 'bracket';

export interface ClauseKeysOptions {
  readonly houseStyle: HouseStyle;
  readonly open: (panel: EditorPanel) => void;
}

/** Kinds by their key: Ctrl/⌘ + Alt + digit. */
const KIND_KEYS: readonly (readonly [string, ClauseBlock, number])[] = [
  ['0', 'paragraph', 1],
  ['1', 'heading', 1],
  ['2', 'heading', 2],
  ['3', 'heading', 3],
  ['4', 'title', 1],
  ['5', 'chapeau', 1],
  ['6', 'preambular', 1],
  ['7', 'operative', 1],
  ['8', 'closing', 1],
  ['9', 'annex', 1],
];

/** Signs that a declaration's author types out of habit: "1. ", "(a) ", "(i) " at the start of an empty paragraph. */
const TYPED_SIGNS: readonly (readonly [RegExp, number])[] = [
  [/^\d{1,3}[.)]\s$/, 1],
  [/^\([a-hj-uwyz]\)\s$/, 2],
  [/^\([ivx]+\)\s$/, 3],
];

/**
 * The keyboard of a negotiated text. Tab changes the level of an operative paragraph; Escape lets the next Tab
 * leave the text, so that the keyboard is never caught.
 */
export const ClauseKeys = Extension.create<ClauseKeysOptions>({
  name: 'clauseKeys',
  priority: 1100,
  addOptions() {
    return { houseStyle: 'declaration', open: () => undefined };
  },
  addStorage() {
    return { leaving: false };
  },
  addKeyboardShortcuts() {
    const { editor, options } = this;
    const storage = this.storage as { leaving: boolean };
    const run = (command: Parameters<typeof apply>[1]) => () => editor.isEditable && apply(editor, command);
    const open = (panel: EditorPanel) => () => {
      if (!editor.isEditable && panel !== 'help') return false;
      options.open(panel);
      return true;
    };
    const tab = (by: 1 | -1) => () => {
      const leaving = storage.leaving;
      storage.leaving = false;
      return !leaving && editor.isEditable && apply(editor, changeLevel(by));
    };
    return {
      Enter: run(enterInClause),
      Backspace: run(backspaceInClause),
      Tab: tab(1),
      'Shift-Tab': tab(-1),
      Escape: () => {
        storage.leaving = true;
        return false;
      },
      'Alt-ArrowUp': run(moveClause(-1)),
      'Alt-ArrowDown': run(moveClause(1)),
      'Mod-f': open('find'),
      'Mod-k': open('link'),
      'Mod-/': open('help'),
      'Mod-Alt-f': open('footnote'),
      ...Object.fromEntries(
        KIND_KEYS.map(([key, kind, level]) => [`Mod-Alt-${key}`, () => chooseKind(editor, kind, level)]),
      ),
    };
  },
  addInputRules() {
    if (this.options.houseStyle !== 'declaration') return [];
    return TYPED_SIGNS.map(
      ([find, level]) =>
        new InputRule({
          find,
          handler: ({ state, range }) => {
            const { $from } = state.selection;
            if ($from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null;
            setKind(state.tr.delete(range.from, range.to), 'operative', level);
            return undefined;
          },
        }),
    );
  },
});

type ClauseEditor = import('@tiptap/core').Editor;

/** Runs a ProseMirror command on the editor. */
export function apply(editor: ClauseEditor, command: import('@tiptap/pm/state').Command): boolean {
  return command(editor.state, (tr) => editor.view.dispatch(tr), editor.view);
}

/** Makes the clauses of the selection of this kind; list items leave their list first. */
export function chooseKind(editor: ClauseEditor, kind: ClauseBlock, level = 1): boolean {
  if (!editor.isEditable || editor.isActive('table')) return false;
  return editor
    .chain()
    .focus()
    .command(({ commands }) => (editor.isActive('listItem') ? commands.clearNodes() : true))
    .command(({ tr }) => setKind(tr, kind, level))
    .run();
}
