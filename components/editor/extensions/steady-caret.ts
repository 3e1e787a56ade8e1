import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Keeps one's own caret behind the letter it stood behind when a colleague writes in the same clause. y-tiptap 3.0.9
 * takes any change of the clause's words for a moved clause and puts the caret back by counting letters: two people
 * who type in one place then write backwards. Where the clause's text is alive Yjs knows the place exactly and
 * its answer is taken; where the clause was moved (deleted and inserted again) y-tiptap's search stands.
 */
export const SteadyCaret = Extension.create({
  name: 'steadyCaret',
  // After Collaboration, so that this sees the selection y-tiptap chose.
  priority: 50,
  addProseMirrorPlugins() {
    return [new Plugin({ appendTransaction: steady })];
  },
});

interface Binding {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3];
  readonly beforeTransactionSelection: {
    readonly type: string;
    readonly anchor: Y.RelativePosition | null;
    readonly head: Y.RelativePosition | null;
  } | null;
}

function steady(
  transactions: readonly Transaction[],
  _before: EditorState,
  state: EditorState,
): Transaction | null {
  const fromColleague = transactions.some(
    (transaction) => transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true,
  );
  if (!fromColleague || !(state.selection instanceof TextSelection)) return null;
  const binding: Binding | undefined = ySyncPluginKey.getState(state)?.binding;
  const kept = binding?.beforeTransactionSelection;
  if (binding === undefined || kept === null || kept === undefined || kept.type !== 'text') return null;
  const anchor = placeOf(binding, kept.anchor, state);
  const head = placeOf(binding, kept.head, state);
  if (anchor === null || head === null) return null;
  if (anchor === state.selection.anchor && head === state.selection.head) return null;
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
  return state.tr.setSelection(selection).setMeta('addToHistory', false);
}

/** Where a place of the shared text is on this screen, or null where its clause is not alive any more. */
function placeOf(binding: Binding, place: Y.RelativePosition | null, state: EditorState): number | null {
  if (place === null) return null;
  const found = Y.createAbsolutePositionFromRelativePosition(place, binding.doc);
  if (found === null || !(found.type instanceof Y.XmlText) || !isAlive(found.type)) return null;
  const position = relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping);
  return position !== null && position <= state.doc.content.size ? position : null;
}

function isAlive(type: Y.AbstractType<Y.YXmlEvent> | Y.XmlText): boolean {
  for (let item = type._item; item !== null; item = (item.parent as Y.XmlElement)._item) {
    if (item.deleted) return false;
  }
  return true;
}
