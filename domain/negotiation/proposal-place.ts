import { accept, type Outcome, refuse } from '../refusal';
import { type Clause, clausesOf } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { clauseAsText, clauseById } from './amend';
import type { ProposalKind, TextChange } from './types';

/** Which clauses a proposal is about (db/schema/negotiation). */
export interface ProposalPlace {
  readonly kind: ProposalKind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
}

/** A text without a clause: what an insertion is compared with. */
export const NO_WORDS: DocumentJson = { type: 'doc', content: [] };

/** Kinds of proposals that bring words of their own, written in a room. */
export function hasWords(kind: ProposalKind): boolean {
  return kind === 'replace' || kind === 'insert' || kind === 'merge';
}

/**
 * The words of the text that a proposal is about, as a text of its own: what it is compared with. Of a merger both
 * clauses, of an insertion none. Null where a clause it names does not stand in the text.
 */
export function baseOf(document: DocumentJson, place: ProposalPlace): DocumentJson | null {
  const { kind, clauseId, otherClauseId } = place;
  if (kind === 'insert') {
    return clauseId === null || clauseById(document, clauseId) !== null ? NO_WORDS : null;
  }
  const base = clauseId === null ? null : clauseAsText(document, clauseId);
  if (base === null) return null;
  if (kind === 'move') {
    return otherClauseId === null || clauseById(document, otherClauseId) !== null ? base : null;
  }
  if (kind !== 'merge') return base;
  const other = otherClauseId === null ? null : clauseAsText(document, otherClauseId);
  return other === null ? null : side(base, other);
}

/** Whether a proposal can be about these clauses: NP2 they stand in the text, NP6 they fit its kind. */
export function checkPlace(document: DocumentJson, place: ProposalPlace): Outcome<DocumentJson> {
  const { kind, clauseId, otherClauseId } = place;
  const base = baseOf(document, place);
  if (base === null) return refuse('NP2', { clauseId: clauseId ?? '' });
  if (kind === 'move' && !isElsewhere(document, clauseId, otherClauseId)) return refuse('NP6', { kind });
  if (kind === 'merge' && mergeableAfter(document, clauseId ?? '')?.id !== otherClauseId) {
    return refuse('NP6', { kind });
  }
  return accept(base);
}

/** The clause that a clause can be joined with: the next one, of its own kind, in the same list; null where none is. */
export function mergeableAfter(document: DocumentJson, clauseId: string): Clause | null {
  const clause = clauseById(document, clauseId);
  if (clause === null || clause.kind === 'tableRow') return null;
  const [at = 0, ...above] = [...clause.path].reverse();
  const path = [...above.reverse(), at + 1];
  const next = clausesOf(document).find((other) => other.path.join('.') === path.join('.'));
  if (next === undefined || next.kind !== clause.kind) return null;
  // What is nested below the first would come between the two.
  const hasNested = clause.kind === 'listItem' && (clause.node.content ?? []).some(isList);
  return hasNested ? null : next;
}

/** What the room of a draft begins with; null where the proposal has no words. */
export function firstWords(document: DocumentJson, place: ProposalPlace): DocumentJson | null {
  if (!hasWords(place.kind)) return null;
  const { clauseId } = place;
  if (place.kind === 'insert') return emptyBeside(document, clauseId);
  const words = clauseId === null ? null : clauseAsText(document, clauseId);
  if (words === null || place.kind === 'replace') return words;
  const other = place.otherClauseId === null ? null : clauseAsText(document, place.otherClauseId);
  return other === null ? null : joined(words, other);
}

/** The change of a text that a proposal with these words makes; null for a comment. */
export function changeOf(place: ProposalPlace, words: DocumentJson | null): TextChange | null {
  const { kind, clauseId, otherClauseId } = place;
  switch (kind) {
    case 'insert':
      return { kind, after: clauseId, words: words ?? NO_WORDS };
    case 'delete':
      return { kind, clauseId: clauseId ?? '' };
    case 'move':
      return { kind, clauseId: clauseId ?? '', after: otherClauseId };
    case 'replace':
      return { kind, clauseId: clauseId ?? '', words: words ?? NO_WORDS };
    case 'merge':
      return { kind, clauseId: clauseId ?? '', other: otherClauseId ?? '', words: words ?? NO_WORDS };
    default:
      return null;
  }
}

function isElsewhere(document: DocumentJson, clauseId: string | null, after: string | null): boolean {
  if (clauseId === after) return false;
  const ids = clausesOf(document).map(({ id }) => id);
  const at = ids.indexOf(clauseId);
  return (at === 0 ? null : (ids[at - 1] ?? null)) !== after;
}

/** Two clauses of one kind as one text: blocks after each other, items in one list. */
function side(first: DocumentJson, second: DocumentJson): DocumentJson {
  const [list] = first.content ?? [];
  if (list === undefined || !isList(list)) {
    return { type: 'doc', content: [...(first.content ?? []), ...(second.content ?? [])] };
  }
  const items = [list, ...(second.content ?? [])].flatMap((holder) => holder.content ?? []);
  return { type: 'doc', content: [{ ...list, content: items }] };
}

/** The first clause with the words of the second after its own. */
function joined(first: DocumentJson, second: DocumentJson): DocumentJson {
  const words = leafOf(second);
  return mapLeaf(first, (leaf) => {
    const own = leaf.content ?? [];
    const more = words?.content ?? [];
    const gap = own.length > 0 && more.length > 0 ? [{ type: 'text', text: ' ' }] : [];
    return { ...leaf, content: [...own, ...gap, ...more] };
  });
}

/** The last block of running text below the last clause of a small text. */
function leafOf(node: NodeJson): NodeJson | null {
  const last = node.content?.at(-1);
  if (last === undefined || isInline(last)) return node.type === 'doc' ? null : node;
  return leafOf(last);
}

function mapLeaf<Node extends NodeJson>(node: Node, change: (leaf: NodeJson) => NodeJson): Node {
  const last = node.content?.at(-1);
  if (last === undefined || isInline(last)) return change(node) as Node;
  return { ...node, content: [...(node.content ?? []).slice(0, -1), mapLeaf(last, change)] };
}

/** An empty clause of the kind of its neighbour. Nothing comes twice that stands once: after a title, a paragraph. */
function emptyBeside(document: DocumentJson, clauseId: string | null): DocumentJson | null {
  if (clauseId === null) return { type: 'doc', content: [{ type: 'paragraph' }] };
  const beside = clauseAsText(document, clauseId);
  const [block] = beside?.content ?? [];
  if (block === undefined) return null;
  if (block.type === 'title') return { type: 'doc', content: [{ type: 'paragraph' }] };
  return { type: 'doc', content: [emptied(block)] };
}

function emptied(node: NodeJson): NodeJson {
  const { id: _, ...attrs } = node.attrs ?? {};
  const bare = { type: node.type, ...(Object.keys(attrs).length === 0 ? {} : { attrs }) };
  const blocks = (node.content ?? []).filter((child) => !isInline(child));
  if (blocks.length === 0) return bare;
  // Of several paragraphs of an item or a cell one is enough to begin with.
  const kept = node.type === 'listItem' || node.type.startsWith('tableCell') ? blocks.slice(0, 1) : blocks;
  return { ...bare, content: kept.map(emptied) };
}

function isInline(node: NodeJson): boolean {
  return node.type === 'text' || node.type === 'hardBreak' || node.type === 'footnote';
}

function isList(node: NodeJson): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList';
}
