import * as Y from 'yjs';

/** What can hold words or blocks. The words of one block are one passage. */
export type Block = Y.XmlElement | Y.XmlText | Y.XmlFragment;

export function parentOf(block: Block): Block | null {
  return block.parent as Block | null;
}

/** Whether an item is a node of the document that can hold clauses or words, not a text. */
export function isElement(item: Y.Item): boolean {
  return item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement;
}

/** The id of the clause a block belongs to, as it was before the transaction and as it is now: its own or that of the nearest node around it. */
export function clauseIdsOf(
  block: Block | null,
  tr: Y.Transaction,
): { readonly old: string | null; readonly now: string | null } {
  for (let type = block; type !== null; type = parentOf(type)) {
    const entry = type instanceof Y.XmlElement ? type._map.get('id') : undefined;
    if (entry === undefined) continue;
    const isNew = (item: Y.Item) => item.id.clock >= (tr.beforeState.get(item.id.client) ?? 0);
    let then: Y.Item | null = entry;
    while (then !== null && isNew(then)) then = then.left;
    const ids = { old: then === null ? null : idIn(then), now: entry.deleted ? null : idIn(entry) };
    if (ids.old !== null || ids.now !== null) return ids;
  }
  return { old: null, now: null };
}

function idIn(entry: Y.Item): string | null {
  const value: unknown = entry.content.getContent()[0];
  return typeof value === 'string' ? value : null;
}

/** Blocks in the order of the document, those that went at their old place. */
export function placeOrder(blocks: Iterable<Block>): Block[] {
  const indexes = new Map<Block, Map<Y.Item, number>>();
  const indexOf = (item: Y.Item): number => {
    const parent = item.parent as Block;
    let ofParent = indexes.get(parent);
    if (ofParent === undefined) {
      ofParent = new Map();
      for (let child = parent._start; child !== null; child = child.right) ofParent.set(child, ofParent.size);
      indexes.set(parent, ofParent);
    }
    return ofParent.get(item) ?? 0;
  };
  const placed = [...blocks].map((block) => {
    const path: number[] = [];
    for (let item = block._item; item !== null; item = (item.parent as Block)._item) {
      path.unshift(indexOf(item));
    }
    return { block, path };
  });
  return placed.sort((a, b) => comparePaths(a.path, b.path)).map(({ block }) => block);
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const difference = (a[depth] ?? 0) - (b[depth] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
