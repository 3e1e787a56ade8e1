import type { NodeType } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { documentSchema } from '../../../domain/text/schema';
import { nodeAttributeFault } from '../../text/attributes';
import { DEEPEST_NESTING, markFault } from '../../text/ydoc';

/** What is wrong with a tree, and where. `isLack`: children are missing that the node cannot do without. */
export interface Fault {
  readonly text: string;
  readonly element: Y.XmlElement | null;
  readonly isLack: boolean;
}

/** Which children of an element are looked into as well: all of them, or only those an update brought. */
export type Descend = (item: Y.Item) => boolean;

export const DESCEND_EVERYWHERE: Descend = () => true;

/**
 * Judges one element of the shared tree (SY7) as ProseMirror would judge the node it stands for: its attributes,
 * the order and kind of its children, the marks of its words. It reads the Yjs types as they are and builds
 * nothing, so that a keystroke in a table of a thousand cells costs one cell.
 */
export function elementFault(
  element: Y.XmlElement,
  descend: Descend,
  depth = depthOf(element),
): Fault | null {
  const type = documentSchema().nodes[element.nodeName];
  if (type === undefined || type.isText || type.name === 'doc') return fault('an unknown node', element);
  if (depth > DEEPEST_NESTING) return fault('nested too deep', element);
  return attributesFault(element) ?? childrenFault(element, type, descend, depth);
}

/** The same for a child of the text itself: it must be a block, and never bare words (a poison for editors). */
export function topLevelFault(item: Y.Item, descend: Descend): Fault | null {
  const child = childOf(item);
  if (!(child instanceof Y.XmlElement)) return fault('words outside any clause', null);
  const type = documentSchema().nodes[child.nodeName];
  if (type === undefined || documentSchema().topNodeType.contentMatch.matchType(type) === null) {
    return fault('not a clause', null);
  }
  return elementFault(child, descend, 1);
}

function attributesFault(element: Y.XmlElement): Fault | null {
  // As they stand in the shared type: put together as an object, one by the name of `__proto__` would hide.
  for (const [name, item] of element._map) {
    if (item.deleted) continue;
    const value: unknown = item.content.getContent()[item.length - 1];
    const text = value === null ? null : nodeAttributeFault(element.nodeName, name, value);
    if (text !== null) return fault(text, element);
  }
  return null;
}

function childrenFault(element: Y.XmlElement, type: NodeType, descend: Descend, depth: number): Fault | null {
  let match = type.contentMatch;
  for (const item of liveItems(element)) {
    const child = childOf(item);
    if (child === null) return fault('neither node nor words', element);
    const childType = child instanceof Y.XmlText ? 'text' : child.nodeName;
    const next = documentSchema().nodes[childType];
    if (next === undefined) return fault('an unknown node', element);
    const isEmptyText = child instanceof Y.XmlText && child.length === 0;
    const after = isEmptyText && type.inlineContent ? match : match.matchType(next);
    if (after === null) return { text: `${childType} in ${type.name}`, element, isLack: !match.validEnd };
    match = after;
    const inside =
      child instanceof Y.XmlText
        ? wordsFault(child, element, type)
        : descend(item)
          ? elementFault(child, descend, depth + 1)
          : null;
    if (inside !== null) return inside;
  }
  return match.validEnd ? null : { text: `${type.name} lacks its content`, element, isLack: true };
}

/** Words may carry the marks of the schema, and nothing may hide among them. */
function wordsFault(text: Y.XmlText, element: Y.XmlElement, parent: NodeType): Fault | null {
  if (text._map.size > 0) return fault('an attribute on words', element);
  for (const item of liveItems(text)) {
    const inside = runFault(item, element, parent);
    if (inside !== null) return inside;
  }
  return null;
}

/** The same for one new item among words of `element` that were there before: a keystroke costs one item. */
export function newWordsFault(item: Y.Item, element: Y.XmlElement): Fault | null {
  const type = documentSchema().nodes[element.nodeName];
  if (type === undefined) return fault('an unknown node', element);
  if (item.parentSub !== null) return fault('an attribute on words', element);
  return type.inlineContent ? runFault(item, element, type) : fault(`words in ${type.name}`, element);
}

function runFault({ content }: Y.Item, element: Y.XmlElement, parent: NodeType): Fault | null {
  if (content instanceof Y.ContentString) return null;
  if (!(content instanceof Y.ContentFormat)) {
    return fault('something among words that is not words', element);
  }
  const mark = documentSchema().marks[content.key];
  if (mark === undefined || !parent.allowsMarkType(mark)) return fault('an unknown mark', element);
  const value: unknown = content.value;
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return fault('a mark of the wrong form', element);
  const wrong = markFault(content.key, value as Record<string, unknown>);
  return wrong === null ? null : fault(wrong, element);
}

/** The element or words an item holds, or null where it holds anything else. */
function childOf(item: Y.Item): Y.XmlElement | Y.XmlText | null {
  if (!(item.content instanceof Y.ContentType)) return null;
  const type: unknown = item.content.type;
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? type : null;
}

/** What a shared type holds now, in order. */
export function* liveItems(type: { readonly _first: Y.Item | null }): Generator<Y.Item> {
  for (let item = type._first; item !== null; item = item.next) {
    if (!item.deleted) yield item;
  }
}

function depthOf(element: Y.XmlElement): number {
  let depth = 0;
  let type: unknown = element;
  while (type instanceof Y.XmlElement && depth <= DEEPEST_NESTING) {
    depth += 1;
    type = type.parent;
  }
  return depth;
}

function fault(text: string, element: Y.XmlElement | null): Fault {
  return { text, element, isLack: false };
}
