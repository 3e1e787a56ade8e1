import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { type Command, EditorState, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import * as Y from 'yjs';
import { writingExtensions } from '@/components/editor/create-editor';
import type { Random } from '../tests/random';

/** Plugins whose views bind the text to Yjs; all other views only draw. */
const BINDING: ReadonlySet<string> = new Set(['y-sync$', 'y-undo$', 'drawAnew$']);

/**
 * The product's editor without a screen: its schema, its plugins and the real y-tiptap binding on a ProseMirror
 * state. With the same seed it does the same things.
 */
export class HeadlessEditor {
  readonly doc = new Y.Doc();
  state: EditorState;
  private readonly editor: Editor;
  private views: PluginView[] = [];

  constructor(random: Random) {
    this.doc.clientID = Math.floor(random() * 2 ** 32);
    // Tiptap's keymap asks which system it runs on.
    if (globalThis.navigator === undefined) {
      Object.assign(globalThis, { navigator: { platform: 'headless', userAgent: '', maxTouchPoints: 0 } });
    }
    const newId = () =>
      `c_${Array.from({ length: 12 }, () => 'abcdefgh234567'[Math.floor(random() * 14)]).join('')}`;
    this.editor = new Editor({
      element: null,
      injectCSS: false,
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      extensions: [
        ...writingExtensions({
          houseStyle: 'declaration',
          language: 'en',
          label: 'text',
          open: () => undefined,
          tooLarge: () => undefined,
          keepsBrackets: () => false,
          bracketKept: () => undefined,
        }).map((extension) => (extension.name === 'clauseIds' ? extension.configure({ newId }) : extension)),
        Collaboration.configure({ document: this.doc, field: 'default' }),
      ],
    });
    const { plugins } = this.editor.extensionManager;
    this.state = EditorState.create({ schema: this.editor.schema, plugins });
    this.views = plugins.filter(isBinding).flatMap((plugin) => plugin.spec.view?.(this.view) ?? []);
  }

  /** Does what a command does, as one step to be undone; false where it cannot be done here. */
  run(command: Command): boolean {
    const isDone = command(this.state, (tr) => this.dispatch(tr));
    this.undoManager.stopCapturing();
    return isDone;
  }

  undo(): void {
    this.undoManager.undo();
  }

  redo(): void {
    this.undoManager.redo();
  }

  destroy(): void {
    for (const view of this.views) view.destroy?.();
    this.editor.destroy();
    this.doc.destroy();
  }

  private get undoManager(): UndoManager {
    return (yUndoPluginKey.getState(this.state) as { undoManager: UndoManager }).undoManager;
  }

  /** As much of an EditorView as the binding asks of it. */
  private get view(): EditorView {
    const self = this;
    return {
      get state() {
        return self.state;
      },
      dispatch: (tr: Transaction) => self.dispatch(tr),
      hasFocus: () => false,
      composing: false,
    } as unknown as EditorView;
  }

  private dispatch(tr: Transaction): void {
    const before = this.state;
    this.state = before.apply(tr);
    for (const view of this.views) view.update?.(this.view, before);
  }
}

function isBinding(plugin: Plugin): boolean {
  return BINDING.has((plugin as unknown as { key: string }).key);
}
