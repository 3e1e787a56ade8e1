import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { DocumentJson, MarkJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import { markAttributeFault, missingMarkAttribute, nodeAttributeFault } from './attributes';

/** The one shared fragment of a document: Tiptap's own default name. */
export const FRAGMENT = 'default';

/** Deepest nesting of nodes: a list in a cell in a table is 7. Beyond it, only an attack. */
export const DEEPEST_NESTING = 40;

/**
 * A Y.Doc with the given updates applied, in one transaction. Throws where an update cannot be read or its past
 * is missing: a text that is not whole must never pass for one that is. All in one transaction,
 * which is faster and leaves superfluous marks as they are: Yjs tidies only texts that were there before.
 */
export function docOfState(updates: readonly Uint8Array[]): Y.Doc {
  // A name of its own would be drawn sign by sign from random numbers, and nobody ever asks for it.
  const doc = new Y.Doc({ guid: FRAGMENT });
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('docOfState: the past of an update is missing');
  }
  return doc;
}

/**
 * The text of a state as an editor would show it: ProseMirror JSON with the schema's default attributes filled
 * in, attributes that are null or unknown to the schema left out, marks in the schema's order.
 */
export function textOfState(updates: readonly Uint8Array[]): DocumentJson {
  const doc = docOfState(updates);
  const text = textOfDoc(doc);
  doc.destroy();
  return text;
}

export function textOfDoc(doc: Y.Doc): DocumentJson {
  const schema = documentSchema();
  const content = doc
    .getXmlFragment(FRAGMENT)
    .toArray()
    .flatMap((child) => nodesOf(child, schema, 1));
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** One element as the text of its document holds it. */
export function nodeOfElement(element: Y.XmlElement): NodeJson {
  const [node] = nodesOf(element, documentSchema(), 1);
  if (node === undefined) throw new Error('nodeOfElement: no node');
  return node;
}

/** The encoded Yjs state vector of a state: how much of each client's writing it holds. */
export function stateVectorOf(updates: readonly Uint8Array[]): Uint8Array {
  const doc = docOfState(updates);
  const vector = Y.encodeStateVector(doc);
  doc.destroy();
  return vector;
}

/** One update that holds the whole state, what was deleted left out. By way of a Y.Doc: `mergeUpdates` keeps deleted words and is slow over thousands. */
export function mergeState(updates: readonly Uint8Array[]): Uint8Array {
  return mergedState(updates).bytes;
}

/** The same with the state vector: how much of each client's writing the state holds. */
export function mergedState(updates: readonly Uint8Array[]): {
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
} {
  const doc = docOfState(updates);
  const merged = { bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  doc.destroy();
  return merged;
}

/**
 * Why a text may not stand (unknown node or mark, content out of place, hostile attribute), or null when it is
 * sound. The whole text is looked at: about 60 ms for 60,000 words. The sync server checks edits piecewise.
 */
export function checkText(text: DocumentJson): string | null {
  if (text?.type !== 'doc') return 'not a document';
  try {
    const fault = attributesFault(text, 0);
    if (fault !== null) return fault;
    documentSchema().nodeFromJSON(text).check();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : 'not of the schema';
  }
}

function attributesFault(node: NodeJson, depth: number): string | null {
  if (depth > DEEPEST_NESTING) return 'nested too deep';
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (value === null || value === undefined) continue;
    const fault = nodeAttributeFault(node.type, name, value);
    if (fault !== null) return fault;
  }
  for (const mark of node.marks ?? []) {
    const fault = markFault(mark.type, mark.attrs ?? {});
    if (fault !== null) return fault;
  }
  for (const child of node.content ?? []) {
    const fault = attributesFault(child, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** Why a mark with these attributes may not stand, or null. */
export function markFault(mark: string, attrs: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined) continue;
    const fault = markAttributeFault(mark, name, value);
    if (fault !== null) return fault;
  }
  return missingMarkAttribute(mark, attrs);
}

function nodesOf(
  child: Y.XmlElement | Y.XmlText | Y.XmlHook | unknown,
  schema: Schema,
  depth: number,
): NodeJson[] {
  if (depth > DEEPEST_NESTING) throw new Error('textOfDoc: nested too deep');
  if (child instanceof Y.XmlText) return textNodes(child, schema);
  if (!(child instanceof Y.XmlElement) || child instanceof Y.XmlHook) {
    throw new Error('textOfDoc: neither an element nor text');
  }
  const attrs = knownAttributes(schema.nodes[child.nodeName]?.spec.attrs, child.getAttributes());
  const content = child.toArray().flatMap((grandchild) => nodesOf(grandchild, schema, depth + 1));
  return [
    {
      type: child.nodeName,
      ...(attrs === null ? {} : { attrs }),
      ...(content.length === 0 ? {} : { content }),
    },
  ];
}

function textNodes(text: Y.XmlText, schema: Schema): NodeJson[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') throw new Error('textOfDoc: something in a text that is not text');
    if (insert === '') return [];
    const marks = marksOf(attributes, schema);
    return [{ type: 'text', text: insert, ...(marks.length === 0 ? {} : { marks }) }];
  });
}

function marksOf(attributes: Record<string, unknown> | undefined, schema: Schema): MarkJson[] {
  if (attributes === undefined) return [];
  return Object.entries(attributes)
    .map(([type, value]) => {
      const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
      const attrs = knownAttributes(schema.marks[type]?.spec.attrs, given);
      return attrs === null ? { type } : { type, attrs };
    })
    .sort((a, b) => rank(schema, a.type) - rank(schema, b.type));
}

function rank(schema: Schema, mark: string): number {
  return Object.keys(schema.marks).indexOf(mark);
}

/** The attributes the schema knows, defaults filled in, nulls left out; null where none remain. */
function knownAttributes(
  spec: Readonly<Record<string, { default?: unknown }>> | null | undefined,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const attrs: Record<string, unknown> = {};
  let any = false;
  for (const [name, { default: fallback }] of Object.entries(spec ?? {})) {
    const value = (Object.hasOwn(given, name) ? given[name] : undefined) ?? fallback;
    if (value === null || value === undefined) continue;
    attrs[name] = value;
    any = true;
  }
  return any ? attrs : null;
}
