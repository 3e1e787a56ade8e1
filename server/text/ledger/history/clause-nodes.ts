import * as Y from 'yjs';
import { canonicalDocument } from '../../../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../../../domain/text/document-json';
import { nodeOfElement } from '../../ydoc';
import { type Block, parentOf } from '../blocks';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);
const HOLDERS: ReadonlySet<string> = new Set([...LISTS, 'table']);

/** The clauses of a text in reading order, as `clausesOf` has them; of two with one id the first. */
export function clauseNodes(fragment: Y.XmlFragment): Map<string, Y.XmlElement> {
  const found = new Map<string, Y.XmlElement>();
  for (const element of clausesBelow(fragment)) {
    const id = idOf(element);
    if (id !== null && !found.has(id)) found.set(id, element);
  }
  return found;
}

function* clausesBelow(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of elementsIn(parent)) {
    if (HOLDERS.has(child.nodeName)) {
      yield* clausesBelow(child);
      continue;
    }
    yield child;
    if (child.nodeName !== 'listItem') continue;
    for (const list of elementsIn(child)) if (LISTS.has(list.nodeName)) yield* clausesBelow(list);
  }
}

function* elementsIn(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) if (child instanceof Y.XmlElement) yield child;
}

/** The clause in which a node or a text stands, itself included; null outside any clause. */
export function clauseAround(block: Block): Y.XmlElement | null {
  let outermost: Y.XmlElement | null = null;
  for (let type: Block | null = block; type !== null; type = parentOf(type)) {
    if (!(type instanceof Y.XmlElement) || HOLDERS.has(type.nodeName)) continue;
    outermost = type;
    if (type.nodeName === 'listItem' || type.nodeName === 'tableRow') return type;
  }
  return outermost;
}

function nameOf(type: Block): string {
  return type instanceof Y.XmlElement ? type.nodeName : '';
}

export function idOf(element: Y.XmlElement): string | null {
  const id: unknown = element.getAttribute('id');
  return typeof id === 'string' && id !== '' ? id : null;
}

/** A text of this clause alone, in canonical form: a list item in its list, without the lists in it; a row in a table. */
export function documentOfClause(element: Y.XmlElement): DocumentJson {
  const node = nodeOfElement(element);
  return canonicalDocument({ type: 'doc', content: [held(node, element)] });
}

function held(node: NodeJson, element: Y.XmlElement): NodeJson {
  switch (node.type) {
    case 'listItem': {
      const own = (node.content ?? []).filter(({ type }) => !LISTS.has(type));
      const list = element.parent === null ? '' : nameOf(element.parent as Block);
      return { type: list === 'orderedList' ? list : 'bulletList', content: [{ ...node, content: own }] };
    }
    case 'tableRow':
      return { type: 'table', content: [node] };
    default:
      return node;
  }
}
