import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

const KEY = new PluginKey<DecorationSet>('spotlight');
const SHOWN_FOR = 2600;

/** Shows for a moment the clause that a link or the outline led to. */
export const Spotlight = Extension.create({
  name: 'spotlight',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: KEY,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, old) => {
            const pos = tr.getMeta(KEY) as number | null | undefined;
            if (pos === undefined) return old.map(tr.mapping, tr.doc);
            const node = pos === null ? null : tr.doc.nodeAt(pos);
            if (pos === null || node === null) return DecorationSet.empty;
            return DecorationSet.create(tr.doc, [
              Decoration.node(pos, pos + node.nodeSize, { class: 'clause-found' }),
            ]);
          },
        },
        props: { decorations: (state) => KEY.getState(state) },
      }),
    ];
  },
});

/** Position of the clause with this id, or null. */
export function clausePosition(state: EditorState, id: string): number | null {
  let found: number | null = null;
  state.doc.descendants((node: Node, pos) => {
    if (found === null && node.attrs.id === id) found = pos;
    return found === null && !node.isTextblock;
  });
  return found;
}

/** Scrolls to the node at `pos` and lights it for a moment. */
export function showPosition(view: EditorView, pos: number): void {
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  dom.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  view.dispatch(view.state.tr.setMeta(KEY, pos));
  setTimeout(() => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(KEY, null));
  }, SHOWN_FOR);
}
