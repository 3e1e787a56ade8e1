import type { Node, ResolvedPos } from '@tiptap/pm/model';

/** A clause of a text that is open in the editor; `start` is the place before its node. */
export interface ClauseAt {
  readonly id: string;
  readonly node: Node;
  readonly start: number;
}

/** The clause at a place of the text: a list item or row where it is in one, else the block. */
export function clauseAt($pos: ResolvedPos): ClauseAt | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth);
    const isClause = depth === 1 || node.type.name === 'listItem' || node.type.name === 'tableRow';
    const id: unknown = node.attrs.id;
    if (isClause && typeof id === 'string') return { id, node, start: $pos.before(depth) };
  }
  return null;
}
