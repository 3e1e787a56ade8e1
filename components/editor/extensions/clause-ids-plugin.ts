import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { clauseId, clauseIdChanges } from '@/domain/text/clause-ids';

export interface ClauseIdsOptions {
  /** Where new ids come from; tests give their own. */
  readonly newId: () => string;
}

/**
 * Gives every clause its id (TX1–TX4), in the same step as the edit that made it necessary. Only one's own edits
 * are completed: what arrives from colleagues got its ids where it was written. While an input method composes,
 * nothing is touched; the next edit catches up.
 */
export const ClauseIds = Extension.create<ClauseIdsOptions>({
  name: 'clauseIds',
  addOptions() {
    return { newId: () => clauseId(crypto.getRandomValues(new Uint8Array(12))) };
  },
  addProseMirrorPlugins() {
    const { newId } = this.options;
    let view: EditorView | null = null;
    return [
      new Plugin({
        key: new PluginKey('clauseIds'),
        view: (created) => {
          view = created;
          return {
            destroy: () => {
              view = null;
            },
          };
        },
        appendTransaction: (transactions, before, after) => {
          const ownEdit = transactions.some((tr) => tr.docChanged && !isChangeOrigin(causeOf(tr)));
          if (!ownEdit || view?.composing === true) return null;
          const changes = clauseIdChanges(before.doc, after.doc, newId);
          if (changes.length === 0) return null;
          const { tr } = after;
          for (const { pos, id } of changes) tr.setNodeAttribute(pos, 'id', id);
          return tr.setStoredMarks(after.storedMarks);
        },
      }),
    ];
  },
});

/** What another plugin adds to a colleague's edit (a table's missing cells, filled up) is no edit of one's own either. */
function causeOf(tr: Transaction): Transaction {
  return (tr.getMeta('appendedTransaction') as Transaction | undefined) ?? tr;
}
