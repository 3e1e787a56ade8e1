import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { clauseAt } from '../clause-at';
import { Composition } from './composition';

/** What somebody typed into a clause that is not theirs to change: their proposal begins with it. */
export interface TypedAt {
  readonly clauseId: string;
  /** Counted from the beginning of the clause's node. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Something of ours that stands in the text below a clause; null is above the first. */
export interface PlacedBelow {
  readonly key: string;
  readonly clauseId: string | null;
  readonly element: HTMLElement;
}

interface Proposing {
  readonly onTyped: ((typed: TypedAt) => void) | null;
  readonly placed: readonly PlacedBelow[];
  readonly decorations: DecorationSet;
}

const KEY = new PluginKey<Proposing>('proposing');

/** Lets people type into a text that they may not write in (null: no more), and hears what they type. */
export function setProposing(view: EditorView, onTyped: Proposing['onTyped']): void {
  view.dispatch(view.state.tr.setMeta(KEY, { onTyped }));
}

export function placeBelow(view: EditorView, placed: readonly PlacedBelow[]): void {
  view.dispatch(view.state.tr.setMeta(KEY, { placed }));
}

/**
 * A caret in a text that one may read only. Nothing that is typed changes it: the first letter begins a proposal
 * (domain/RULES.md, NP5), which opens below the clause.
 */
export const Proposing = Extension.create({
  name: 'proposing',
  priority: 2000,
  addProseMirrorPlugins() {
    const heard = (state: EditorState, from: number, to: number, text: string): boolean => {
      const onTyped = KEY.getState(state)?.onTyped ?? null;
      if (onTyped === null) return false;
      const clause = clauseAt(state.doc.resolve(from));
      if (clause !== null) {
        const end = Math.min(to, state.doc.resolve(from).end());
        onTyped({ clauseId: clause.id, from: from - clause.start, to: end - clause.start, text });
      }
      return true;
    };
    const composition = new Composition();
    const isActive = (view: EditorView) => (KEY.getState(view.state)?.onTyped ?? null) !== null;
    const atCaret = (state: EditorState, text: string) => {
      const { from, to } = state.selection;
      return heard(state, from, to, text);
    };
    return [
      new Plugin<Proposing>({
        key: KEY,
        state: {
          init: () => ({ onTyped: null, placed: [], decorations: DecorationSet.empty }),
          apply: (tr, old) => {
            const meta = tr.getMeta(KEY) as Partial<Proposing> | undefined;
            if (meta === undefined && !tr.docChanged) return old;
            const now = { ...old, ...meta };
            return { ...now, decorations: drawn(tr.doc, now.placed) };
          },
        },
        filterTransaction: (tr, state) =>
          !tr.docChanged || isChangeOrigin(tr) || (KEY.getState(state)?.onTyped ?? null) === null,
        props: {
          decorations: (state) => KEY.getState(state)?.decorations,
          handleTextInput: (view, from, to, text) => {
            if (composition.isUnderWay) return true;
            if (!heard(view.state, from, to, text)) return false;
            holdCaret(view, to);
            return true;
          },
          handleKeyDown: (view, event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return false;
            const { from, to, empty } = view.state.selection;
            switch (event.key) {
              case 'Backspace':
                return heard(
                  view.state,
                  empty ? Math.max(from - 1, view.state.selection.$from.start()) : from,
                  to,
                  '',
                );
              case 'Delete':
                return heard(view.state, from, empty ? to + 1 : to, '');
              case 'Enter':
                return heard(view.state, from, to, '');
              default:
                return false;
            }
          },
          handlePaste: (view, event) => atCaret(view.state, event.clipboardData?.getData('text/plain') ?? ''),
          handleDrop: (view) => isActive(view),
          handleDOMEvents: {
            // What the keyboard of a writer would open is the browser's here.
            keydown: (view, event) => {
              if (!isActive(view)) return false;
              // While words are composed, every key is the input method's.
              if (event.isComposing || composition.isUnderWay) return true;
              return (event.ctrlKey || event.metaKey) && /^[fk]$/i.test(event.key);
            },
            cut: (view, event) => {
              if (!isActive(view)) return false;
              event.preventDefault();
              return atCaret(view.state, '');
            },
            compositionstart: (view) => {
              if (!isActive(view)) return false;
              composition.begin(view);
              return true;
            },
            compositionupdate: () => composition.isUnderWay,
            compositionend: (view, event) => {
              const began = composition.end(view);
              if (began === null) return false;
              if (event.data !== '') heard(view.state, began.from, began.to, event.data);
              return true;
            },
          },
        },
      }),
    ];
  },
});

/**
 * What was typed is drawn away again, and with it the caret goes where the editor believes it to be. A click that it has
 * not taken in yet would send the next letters to wherever the caret stood before.
 */
function holdCaret(view: EditorView, at: number): void {
  const { selection, doc, tr } = view.state;
  if (selection.empty && selection.head === at) return;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at), -1)));
}

function drawn(document: EditorState['doc'], placed: readonly PlacedBelow[]): DecorationSet {
  if (placed.length === 0) return DecorationSet.empty;
  const ends = new Map<string | null, number>([[null, 0]]);
  document.descendants((node, pos, parent) => {
    const id: unknown = node.attrs.id;
    if (typeof id === 'string')
      ends.set(
        id,
        endOf(
          node.type.name,
          node.nodeSize,
          pos,
          node.firstChild?.nodeSize ?? 0,
          parent?.type.name === 'table' ? document.resolve(pos).after(1) : null,
        ),
      );
    return !node.isTextblock;
  });
  return DecorationSet.create(
    document,
    placed.flatMap(({ key, clauseId, element }) => {
      const pos = ends.get(clauseId);
      if (pos === undefined) return [];
      const spec = { key, side: 1, ignoreSelection: true, stopEvent: () => true };
      return [Decoration.widget(pos, () => element, spec)];
    }),
  );
}

/** Below a block; in a list item below its own words; below the whole table of a row. */
function endOf(
  type: string,
  size: number,
  pos: number,
  firstChild: number,
  afterTable: number | null,
): number {
  if (type === 'listItem') return pos + 1 + firstChild;
  return afterTable ?? pos + size;
}
