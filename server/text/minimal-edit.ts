import * as Y from 'yjs';
import { commonSequence } from '../../domain/redline/myers';
import { canonicalDocument } from '../../domain/text/canonical';
import { type DocumentJson, type NodeJson, plainText } from '../../domain/text/document-json';
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
    // The update of the one transaction: an encoded state would name everything that was ever deleted again.
    let edit: Uint8Array | null = null;
    doc.on('update', (update: Uint8Array) => {
      edit = update;
    });
    doc.transact(() =>
      reconcileChildren(doc.getXmlFragment(FRAGMENT), canonicalDocument(target).content ?? []),
    );
    return edit;
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

/** Up to this many pairs between two matches the likeliest pairing is looked for; beyond it, the first that may be. */
const ALL_PAIRS = 10_000;

/** Pairs children that no key has paired, each stretch between two matches for itself. */
function pairLeftovers(present: readonly Present[], wanted: readonly Wanted[], partners: Int32Array): void {
  let newFrom = 0;
  let oldFrom = 0;
  for (let index = 0; index <= present.length; index += 1) {
    const partner = index < present.length ? (partners[index] ?? -1) : wanted.length;
    if (partner < 0) continue;
    pairStretch(present.slice(oldFrom, index), wanted.slice(newFrom, partner)).forEach((place, offset) => {
      if (place >= 0) partners[oldFrom + offset] = newFrom + place;
    });
    oldFrom = index + 1;
    newFrom = partner + 1;
  }
}

/** For each child its place among the wanted ones, or -1; in one order, keeping as many words as can be kept. */
function pairStretch(present: readonly Present[], wanted: readonly Wanted[]): number[] {
  if (present.length === 0 || wanted.length === 0) return [];
  if (present.length * wanted.length > ALL_PAIRS) return pairInOrder(present, wanted);
  const own = present.map((child) => wordSet(textOfPresent(child)));
  const goal = wanted.map((child) => wordSet(textOfWanted(child)));
  const width = wanted.length + 1;
  const best = new Float64Array((present.length + 1) * width);
  const worth = (i: number, j: number) => {
    const [a, b] = [own[i], goal[j]];
    return a === undefined || b === undefined || !mayBecome(present[i], wanted[j]) ? 0 : likeness(a, b);
  };
  for (let i = present.length - 1; i >= 0; i -= 1) {
    for (let j = wanted.length - 1; j >= 0; j -= 1) {
      const together = worth(i, j);
      const at = i * width + j;
      best[at] = Math.max(
        best[at + width] ?? 0,
        best[at + 1] ?? 0,
        together > 0 ? together + (best[at + width + 1] ?? 0) : 0,
      );
    }
  }
  const places: number[] = present.map(() => -1);
  let [i, j] = [0, 0];
  while (i < present.length && j < wanted.length) {
    const at = i * width + j;
    const together = worth(i, j);
    if (together > 0 && best[at] === together + (best[at + width + 1] ?? 0)) {
      places[i] = j;
      i += 1;
      j += 1;
    } else if (best[at] === best[at + width]) i += 1;
    else j += 1;
  }
  return places;
}

function pairInOrder(present: readonly Present[], wanted: readonly Wanted[]): number[] {
  let from = 0;
  return present.map((child) => {
    const place = wanted.findIndex((goal, index) => index >= from && mayBecome(child, goal));
    if (place >= 0) from = place + 1;
    return place;
  });
}

/** Share of words two children have in common; a little for two without words, nothing for strangers. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0.1;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const share = (2 * shared) / (a.size + b.size);
  return share < 0.2 ? 0 : share;
}

function wordSet(text: string): Set<string> {
  return new Set(text.match(/[\p{Script=Latin}\p{M}\p{N}]+|\p{L}/gu) ?? []);
}

function textOfPresent(child: Present): string {
  if (child instanceof Y.XmlText) return runsOf(child).reduce((text, run) => text + run.text, '');
  return (child.toArray() as Present[]).map(textOfPresent).join(' ');
}

function textOfWanted(child: Wanted): string {
  return child.kind === 'text' ? child.runs.map((run) => run.text).join('') : plainText(child.node);
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
  return keyOfParts(child.nodeName, attrs, (child.toArray() as Present[]).map(keyOfPresent));
}

function keyOfWanted(child: Wanted): string {
  if (child.kind === 'text') return shapeOfRuns(child.runs);
  const { type, attrs = {}, content = [] } = child.node;
  if (typeof attrs.id === 'string') return `${type} #${attrs.id}`;
  return keyOfParts(type, attrs, wantedOf(content).map(keyOfWanted));
}

/** Joined and not nested as JSON, which would escape the quotes of each level again. */
function keyOfParts(
  type: string,
  attrs: Readonly<Record<string, unknown>>,
  content: readonly string[],
): string {
  return `${type}${JSON.stringify(shapeOfAttributes(attrs))}(${content.join(',')})`;
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
