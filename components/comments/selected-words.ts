import type { Editor } from '@tiptap/core';
import { inWords, type ShownClause, shownClauses } from '@/components/editor/clause-words';
import type { Anchor } from '@/domain/comments/anchor';

/** The selected words as the anchor of a conversation: of the first clause that has any of them. Null where none has. */
export function selectedWords(editor: Editor): Anchor | null {
  const { from, to, empty } = editor.state.selection;
  if (empty) return null;
  for (const clause of shownClauses(editor.state.doc)) {
    const stretch = inWords(clause, { from, to });
    if (stretch !== null) return anchorOn(clause, stretch);
  }
  return null;
}

/** A whole clause as the anchor of a conversation. */
export function wholeClause(clause: ShownClause): Anchor | null {
  const start = clause.words.length - clause.words.trimStart().length;
  const end = clause.words.trimEnd().length;
  return start < end ? anchorOn(clause, { from: start, to: end }) : null;
}

function anchorOn({ id, words }: ShownClause, { from, to }: { from: number; to: number }): Anchor | null {
  return id === null ? null : { clauseId: id, from, to, clauseText: words, quote: words.slice(from, to) };
}
