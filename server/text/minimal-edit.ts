import * as Y from 'yjs';
import { commonSequence } from '../../domain/redline/myers';
import { canonicalDocument } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import {
  insertedText,
  rewriteText,
  runsOf,
  shapeOfAttributes,
  shapeOfRuns,
  type TextRun,
  textRun,
} from './text-runs';
import { docOfState, FRAGMENT } from './ydoc';

/**
 * A Yjs update (v1) that turns the state into `target`, touching only what differs: clauses are matched by id,
 * then by content; inside a clause only the words that changed are deleted and inserted. Everything in it is
 * written under `clientId`, which must be new to the document. Null when nothing differs. An empty list of
 * updates is an empty document, so new documents begin here too.
 */
export function minimalEdit(
  updates: readonly Uint8Array[],
  target: DocumentJson,
  clientId: number,
): Uint8Array | null {
  const doc = docOfState(updates);
  try {
    doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    let changed = false;
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      changed ||= transaction.changed.size > 0;
    });
    doc.transact(() =>
      reconcileChildren(doc.getXmlFragment(FRAGMENT), canonicalDocument(target).content ?? []),
    );
    return changed ? Y.encodeStateAsUpdate(doc, before) : null;
  } finally {
    doc.destroy();
  }
}

/** What Yjs keeps below an element: other elements, and one text for each stretch of neighbouring text nodes. */
type Wanted =
  | { readonly kind: 'element'; readonly node: NodeJson }
  | { readonly kind: 'text'; readonly runs: TextRun[] };
type Present = Y.XmlElement | Y.XmlText;

function wantedOf(content: readonly NodeJson[]): Wanted[] {
  const wanted: Wanted[] = [];
  for (const node of content) {
    const last = wanted.at(-1);
    if (node.type !== 'text') wanted.push({ kind: 'element', node });
    else if (last?.kind === 'text') last.runs.push(textRun(node));
    else wanted.push({ kind: 'text', runs: [textRun(node)] });
  }
  return wanted;
}

/**
 * Matches children first by key (clause id, else content), then what is left between two matches by its kind in
 * order. Unmatched children go, missing ones come. Worked from the end, so that indexes before it stay true.
 */
function reconcileChildren(parent: Y.XmlFragment | Y.XmlElement, content: readonly NodeJson[]): void {
  const present = parent.toArray() as Present[];
  const wanted = wantedOf(content);
  const keys = new Map<string, number>();
  const number = (key: string) => {
    const known = keys.get(key);
    if (known !== undefined) return known;
    keys.set(key, keys.size);
    return keys.size - 1;
  };
  const partners = commonSequence(
    Int32Array.from(present, (child) => number(keyOfPresent(child))),
    Int32Array.from(wanted, (child) => number(keyOfWanted(child))),
  );
  pairLeftovers(present, wanted, partners);
  let next = wanted.length - 1;
  for (let index = present.length - 1; index >= 0; index -= 1) {
    const partner = partners[index] ?? -1;
    if (partner < 0) {
      parent.delete(index, 1);
      continue;
    }
    insertWanted(parent, index + 1, wanted.slice(partner + 1, next + 1));
    const child = present[index];
    const goal = wanted[partner];
    if (child !== undefined && goal !== undefined) reconcile(child, goal);
    next = partner - 1;
  }
  insertWanted(parent, 0, wanted.slice(0, next + 1));
}

function pairLeftovers(present: readonly Present[], wanted: readonly Wanted[], partners: Int32Array): void {
  let from = 0;
  for (let index = 0; index < present.length; index += 1) {
    const partner = partners[index] ?? -1;
    if (partner >= 0) {
      from = partner + 1;
      continue;
    }
    const later = partners.subarray(index + 1).find((place) => place >= 0) ?? wanted.length;
    for (let place = from; place < later; place += 1) {
      if (!mayBecome(present[index], wanted[place])) continue;
      partners[index] = place;
      from = place + 1;
      break;
    }
  }
}

/** Whether a child can be edited into another: text into text, an element into one of its type and not of another clause. */
function mayBecome(child: Present | undefined, goal: Wanted | undefined): boolean {
  if (child === undefined || goal === undefined) return false;
  if (child instanceof Y.XmlText) return goal.kind === 'text';
  if (goal.kind !== 'element' || child.nodeName !== goal.node.type) return false;
  const [own, other] = [child.getAttribute('id'), goal.node.attrs?.id];
  return own === undefined || own === null || other === undefined || own === other;
}

/** Clauses are known by their id; everything else by what it holds. */
function keyOfPresent(child: Present): string {
  if (child instanceof Y.XmlText) return shapeOfRuns(runsOf(child));
  const attrs: Record<string, unknown> = child.getAttributes();
  if (typeof attrs.id === 'string') return `${child.nodeName} #${attrs.id}`;
  const content = (child.toArray() as Present[]).map(keyOfPresent);
  return JSON.stringify([child.nodeName, shapeOfAttributes(attrs), content]);
}

function keyOfWanted(child: Wanted): string {
  if (child.kind === 'text') return shapeOfRuns(child.runs);
  const { type, attrs = {}, content = [] } = child.node;
  if (typeof attrs.id === 'string') return `${type} #${attrs.id}`;
  return JSON.stringify([type, shapeOfAttributes(attrs), wantedOf(content).map(keyOfWanted)]);
}

function reconcile(child: Present, goal: Wanted): void {
  if (child instanceof Y.XmlText) {
    if (goal.kind === 'text') rewriteText(child, goal.runs);
    return;
  }
  if (goal.kind !== 'element') return;
  reconcileAttributes(child, goal.node);
  reconcileChildren(child, goal.node.content ?? []);
}

/** An attribute that is absent on one side and has its default on the other is the same attribute. */
function reconcileAttributes(child: Y.XmlElement, node: NodeJson): void {
  const spec = documentSchema().nodes[node.type]?.spec.attrs ?? {};
  const held: Record<string, unknown> = child.getAttributes();
  const goal = node.attrs ?? {};
  for (const name of new Set([...Object.keys(held), ...Object.keys(goal)])) {
    const fallback: unknown = spec[name]?.default ?? null;
    if (JSON.stringify(held[name] ?? fallback) === JSON.stringify(goal[name] ?? fallback)) continue;
    const value = goal[name];
    if (value === undefined || value === null) child.removeAttribute(name);
    else setAttribute(child, name, value);
  }
}

function insertWanted(parent: Y.XmlFragment | Y.XmlElement, index: number, wanted: readonly Wanted[]): void {
  if (wanted.length === 0) return;
  parent.insert(
    index,
    wanted.map((child) => (child.kind === 'text' ? insertedText(child.runs) : elementOf(child.node))),
  );
}

function elementOf(node: NodeJson): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) setAttribute(element, name, value);
  insertWanted(element, 0, wantedOf(node.content ?? []));
  return element;
}

/** Yjs types attributes as strings; ProseMirror's are any JSON value, and y-tiptap stores them so. */
function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  (element as unknown as Y.XmlElement<{ [attribute: string]: object }>).setAttribute(name, value as object);
}
