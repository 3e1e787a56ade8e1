import type { Editor } from '@tiptap/core';
import { numberOf } from './extensions/margin-numbers';

/** A clause that can be cited: where it stands among the blocks, its id, and how one cites it. */
export interface CitedClause {
  readonly index: number;
  readonly id: string | null;
  readonly citation: string;
}

/** The citable clause at this index of the top level, or null. */
export function citedClause(editor: Editor, index: number): CitedClause | null {
  const { state } = editor;
  const citation = numberOf(state, index)?.citation ?? '';
  if (citation === '' || index >= state.doc.childCount) return null;
  const id: unknown = state.doc.child(index).attrs.id;
  return { index, id: typeof id === 'string' ? id : null, citation };
}

/** The address of this page with the clause's id: opening it scrolls there. */
export function clauseAddress(id: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${id}`;
}

/** Where one reads who wrote a clause, and what became of it. */
export function wroteAddress(id: string): string {
  return `${window.location.pathname}/clauses/${id}`;
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
