import type { EditorState } from '@tiptap/pm/state';
import { numberOf } from '@/components/editor/extensions/margin-numbers';

/** A clause that can be put under discussion. */
export interface StageClause {
  readonly id: string;
  /** How one cites it; of an item or row, the opening words alone. */
  readonly citation: string;
  readonly opening: string;
}

const OPENING = 70;

/** Blocks, list items and table rows with an id and words, in reading order. */
export function stageClauses(state: EditorState): StageClause[] {
  const clauses: StageClause[] = [];
  state.doc.forEach((block, _offset, index) => {
    block.nodesBetween(0, block.content.size, (node) => {
      if (node.type.name === 'listItem' || node.type.name === 'tableRow') add(node, '');
      return !node.isTextblock;
    });
    if (block.isTextblock) add(block, numberOf(state, index)?.citation ?? '');
  });
  return clauses;

  function add(node: typeof state.doc, citation: string): void {
    const words = node.textContent.trim();
    const id: unknown = node.attrs.id;
    if (typeof id !== 'string' || words === '') return;
    clauses.push({
      id,
      citation,
      opening: words.length > OPENING ? `${words.slice(0, OPENING).trimEnd()}…` : words,
    });
  }
}
