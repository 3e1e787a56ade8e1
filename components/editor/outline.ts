import type { EditorState } from '@tiptap/pm/state';
import { headingDepthOf, numberOf } from './extensions/margin-numbers';

export interface OutlineEntry {
  /** Position of the clause in the text when the outline was made; `index` finds it again among the blocks. */
  readonly index: number;
  readonly id: string | null;
  readonly kind: 'title' | 'heading' | 'annex' | 'operative';
  /** How far it is set in: 0 for titles and annexes, operative paragraphs one further than their heading. */
  readonly depth: number;
  readonly label: string;
  readonly text: string;
}

const LONGEST = 90;

/** Titles, headings, annexes and operative paragraphs of the first level, in reading order. */
export function outlineOf(state: EditorState): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let heading = 0;
  state.doc.forEach((node, _offset, index) => {
    const kind = node.type.name;
    if (kind !== 'title' && kind !== 'heading' && kind !== 'annex' && kind !== 'operative') return;
    const depth = (headingDepthOf(state, index) ?? 2) - 2;
    if (kind !== 'operative') heading = depth;
    else if (Number(node.attrs.level) > 1) return;
    const words = node.textContent.trim();
    if (words === '') return;
    entries.push({
      index,
      id: typeof node.attrs.id === 'string' ? node.attrs.id : null,
      kind,
      depth: kind === 'operative' ? heading + 1 : depth,
      label: numberOf(state, index)?.label ?? '',
      text: words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words,
    });
  });
  return entries;
}

/** Position of the block at this index of the top level. */
export function blockPosition(state: EditorState, index: number): number | null {
  if (index < 0 || index >= state.doc.childCount) return null;
  let pos = 0;
  for (let before = 0; before < index; before += 1) pos += state.doc.child(before).nodeSize;
  return pos;
}
