import * as Y from 'yjs';
import { type Block, parentOf } from './blocks';

/** An item that holds text. */
export type Words = Y.Item & { content: Y.ContentString };

/** Items that a transaction brought. */
export function* itemsThatCame(tr: Y.Transaction): Generator<Y.Item> {
  for (const [client, end] of tr.afterState) {
    const start = tr.beforeState.get(client) ?? 0;
    const structs = tr.doc.store.clients.get(client);
    if (structs === undefined || start >= end) continue;
    for (let index = Y.findIndexSS(structs, start); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct instanceof Y.Item) yield struct;
    }
  }
}

export function itemsThatWent(tr: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = [];
  Y.iterateDeletedStructs(tr, tr.deleteSet, (struct) => {
    const isOld = struct.id.clock < (tr.beforeState.get(struct.id.client) ?? 0);
    if (isOld && struct instanceof Y.Item) items.push(struct);
  });
  return items;
}

/** Elements that stood before and stand now under another clause id. */
export function elementsWithNewId(tr: Y.Transaction): Y.XmlElement[] {
  const elements: Y.XmlElement[] = [];
  for (const [type, keys] of tr.changed) {
    if (type instanceof Y.XmlElement && keys.has('id')) elements.push(type);
  }
  return elements;
}

export function isWords(item: Y.Item): item is Words {
  return item.content instanceof Y.ContentString;
}

export function textOf(items: readonly Words[]): string {
  return items.map((item) => item.content.str).join('');
}

export function blockOf(item: Y.Item): Block {
  const text = item.parent as Block;
  return parentOf(text) ?? text;
}

function* children(type: Block): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) yield item;
}

/** All words of a block, those that went included, in order. */
export function wordsBelow(block: Block): Words[] {
  const words: Words[] = [];
  for (const child of children(block)) {
    const type = child.content instanceof Y.ContentType ? child.content.type : null;
    if (type instanceof Y.XmlText) words.push(...[...children(type)].filter(isWords));
    else if (isWords(child)) words.push(child);
  }
  return words;
}

/** The blocks in an element, itself included. */
export function* blocksBelow(element: Block): Generator<Block> {
  let holdsText = false;
  for (const child of children(element)) {
    if (!(child.content instanceof Y.ContentType)) continue;
    const { type } = child.content;
    if (type instanceof Y.XmlText) holdsText = true;
    else if (type instanceof Y.XmlElement) yield* blocksBelow(type);
  }
  if (holdsText) yield element;
}

/** Brings items together that follow each other in one text, with nothing but what `between` lets pass. */
export function stretchesOf(wanted: ReadonlySet<Y.Item>, between: (item: Y.Item) => boolean): Words[][] {
  const stretches: Words[][] = [];
  const done = new Set<Y.Item>();
  for (const item of wanted) {
    if (done.has(item)) continue;
    let first = item;
    for (let left = item.left; left !== null && (wanted.has(left) || between(left)); left = left.left) {
      if (wanted.has(left)) first = left;
    }
    const stretch: Words[] = [];
    for (
      let next: Y.Item | null = first;
      next !== null && (wanted.has(next) || between(next));
      next = next.right
    ) {
      if (!wanted.has(next) || !isWords(next)) continue;
      stretch.push(next);
      done.add(next);
    }
    stretches.push(stretch);
  }
  return stretches;
}
