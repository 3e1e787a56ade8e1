import { accept, type Outcome, refuse } from '../refusal';
import { textHash } from '../text/canonical';
import { type Clause, clausesOf, nodeAt } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import type { TextChange } from './types';

/** The clause with an id, or null. */
export function clauseById(document: DocumentJson, clauseId: string): Clause | null {
  return clausesOf(document).find((clause) => clause.id === clauseId) ?? null;
}

/**
 * One clause as a text of its own, which the schema allows: a block alone, a list item in a list of its kind without
 * the lists below it, a row in a table. Null where the text has no such clause.
 */
export function clauseAsText(document: DocumentJson, clauseId: string): DocumentJson | null {
  const clause = clauseById(document, clauseId);
  return clause === null ? null : asTextOfItsOwn(document, clause);
}

/** The same of a clause that was found in the document already. */
export function asTextOfItsOwn(document: DocumentJson, clause: Clause): DocumentJson | null {
  if (clause.kind !== 'listItem' && clause.kind !== 'tableRow')
    return { type: 'doc', content: [clause.node] };
  const parent = nodeAt(document, clause.path.slice(0, -1));
  if (parent === null) return null;
  const { id: _, ...attrs } = parent.attrs ?? {};
  const holder = { type: parent.type, ...(Object.keys(attrs).length === 0 ? {} : { attrs }) };
  return { type: 'doc', content: [{ ...holder, content: [withoutLists(clause.node)] }] };
}

/** Hash of one clause's words, marks and kind: what positions and findings are bound to. Null where there is none. */
export function clauseHash(document: DocumentJson, clauseId: string): string | null {
  const text = clauseAsText(document, clauseId);
  return text === null ? null : textHash(text);
}

/**
 * The text with a change carried out. Lists nested below a list item stay with it; a list or table that has lost its
 * last clause goes. Refusals: NP2 a clause it names is not there, NP3 the words do not fit at that place, NP4 the text
 * would be left without a clause.
 */
export function amend(document: DocumentJson, change: TextChange): Outcome<DocumentJson> {
  switch (change.kind) {
    case 'replace':
      return replaceClause(document, change.clauseId, change.words);
    case 'insert':
      return insertAfter(document, change.after, change.words);
    case 'delete':
      return removeClause(document, change.clauseId);
    case 'move':
      return moveClause(document, change.clauseId, change.after);
    case 'merge': {
      const joined = replaceClause(document, change.clauseId, change.words);
      return joined.ok ? removeClause(joined.value, change.other) : joined;
    }
    default:
      return change satisfies never;
  }
}

function replaceClause(document: DocumentJson, clauseId: string, words: DocumentJson): Outcome<DocumentJson> {
  const clause = clauseById(document, clauseId);
  if (clause === null) return refuse('NP2', { clauseId });
  const nodes = nodesFor(clause.kind, words);
  const [first, ...others] = nodes ?? [];
  if (first === undefined) return refuse('NP3');
  // The first part is the clause itself, whatever the draft called it (TX2).
  const kept = withId(first, clauseId);
  const nested = (clause.node.content ?? []).filter(isList);
  const head = clause.kind === 'listItem' ? { ...kept, content: [...(kept.content ?? []), ...nested] } : kept;
  return accept(splice(document, clause.path, 1, [head, ...others]));
}

function insertAfter(
  document: DocumentJson,
  after: string | null,
  words: DocumentJson,
): Outcome<DocumentJson> {
  if (after === null)
    return accept({ ...document, content: [...(words.content ?? []), ...(document.content ?? [])] });
  const clause = clauseById(document, after);
  if (clause === null) return refuse('NP2', { clauseId: after });
  const inside = nodesFor(clause.kind, words);
  if (inside !== null) return accept(splice(document, next(clause.path), 0, inside));
  // A paragraph after an item or a row comes after the whole list or table.
  return accept(splice(document, next(clause.path.slice(0, 1)), 0, words.content ?? []));
}

function removeClause(document: DocumentJson, clauseId: string): Outcome<DocumentJson> {
  const clause = clauseById(document, clauseId);
  if (clause === null) return refuse('NP2', { clauseId });
  // What is nested below an item takes its place, so that nothing goes that nobody proposed to delete.
  const nested = clause.kind === 'listItem' ? (clause.node.content ?? []).filter(isList) : [];
  const freed = nested.flatMap((list) => list.content ?? []);
  const left = splice(document, clause.path, 1, freed);
  return (left.content ?? []).length === 0 ? refuse('NP4') : accept(left);
}

function moveClause(document: DocumentJson, clauseId: string, after: string | null): Outcome<DocumentJson> {
  if (clauseId === after) return refuse('NP3');
  const words = clauseAsText(document, clauseId);
  if (words === null) return refuse('NP2', { clauseId });
  const without = removeClause(document, clauseId);
  return without.ok ? insertAfter(without.value, after, words) : without;
}

/** What stands in `words` for a clause of a kind: blocks, items of its lists, rows of its tables; null where it has others. */
function nodesFor(kind: Clause['kind'], words: DocumentJson): readonly NodeJson[] | null {
  const content = words.content ?? [];
  if (kind === 'listItem')
    return content.every(isList) ? content.flatMap((list) => list.content ?? []) : null;
  if (kind === 'tableRow') {
    return content.every((node) => node.type === 'table')
      ? content.flatMap((table) => table.content ?? [])
      : null;
  }
  return content;
}

/** The document with `count` children at `path` replaced; parents that are left empty go with them. */
function splice(
  document: DocumentJson,
  path: readonly number[],
  count: number,
  nodes: readonly NodeJson[],
): DocumentJson {
  return spliceIn(document, path, count, nodes) as DocumentJson;
}

function spliceIn(
  node: NodeJson,
  path: readonly number[],
  count: number,
  nodes: readonly NodeJson[],
): NodeJson {
  const [index = 0, ...rest] = path;
  const content = [...(node.content ?? [])];
  if (rest.length === 0) content.splice(index, count, ...nodes);
  else {
    const child = content[index];
    if (child === undefined) return node;
    const changed = spliceIn(child, rest, count, nodes);
    const isGone = (changed.content ?? []).length === 0 && (isList(changed) || changed.type === 'table');
    content.splice(index, 1, ...(isGone ? [] : [changed]));
  }
  return { ...node, content };
}

function next(path: readonly number[]): number[] {
  return [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
}

/** The first clause of a block under this id: of a list its first item, of a table its first row. */
function withId(node: NodeJson, id: string): NodeJson {
  const [first, ...others] = node.content ?? [];
  if (first !== undefined && (isList(node) || node.type === 'table'))
    return { ...node, content: [withId(first, id), ...others] };
  return { ...node, attrs: { ...node.attrs, id } };
}

export function withoutLists(item: NodeJson): NodeJson {
  return { ...item, content: (item.content ?? []).filter((child) => !isList(child)) };
}

export function isList(node: NodeJson): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList';
}
