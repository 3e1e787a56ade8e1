import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { clausePosition } from '@/components/editor/extensions/spotlight';

const KEY = new PluginKey<string | null>('stage');

/** Marks the clause under discussion, wherever it stands and whatever is typed around it. */
export function stagePlugin(): Plugin<string | null> {
  return new Plugin<string | null>({
    key: KEY,
    state: {
      init: () => null,
      apply: (tr, current) => {
        const next = tr.getMeta(KEY) as { readonly clauseId: string | null } | undefined;
        return next === undefined ? current : next.clauseId;
      },
    },
    props: {
      decorations: (state) => {
        const clauseId = KEY.getState(state) ?? null;
        const pos = clauseId === null ? null : clausePosition(state, clauseId);
        const node = pos === null ? null : state.doc.nodeAt(pos);
        if (pos === null || node === null) return DecorationSet.empty;
        return DecorationSet.create(state.doc, [
          Decoration.node(pos, pos + node.nodeSize, { class: 'clause-on-stage', 'aria-current': 'true' }),
        ]);
      },
    },
  });
}

/** Puts a clause on the stage of this screen, and takes the eye there where `follow` says so. */
export function showOnStage(editor: Editor, clauseId: string | null, follow: boolean): void {
  editor.view.dispatch(editor.state.tr.setMeta(KEY, { clauseId }).setMeta('addToHistory', false));
  const pos = clauseId === null ? null : clausePosition(editor.state, clauseId);
  const dom = pos === null ? null : editor.view.nodeDOM(pos);
  if (!follow || !(dom instanceof HTMLElement)) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  dom.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
