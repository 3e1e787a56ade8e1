import { type DocumentJson, type NodeJson, numberAttr, stringAttr, wordsOfLeaf } from './document-json';
import type { ClauseBlock } from './nodes';

/**
 * One clause of a text in reading order: a block of running text, a list item, or a table row. `path` holds the
 * child indexes from the document's root to the clause's node, so `nodeAt(document, path)` finds it again.
 */
export interface Clause {
  readonly id: string | null;
  readonly kind: ClauseBlock | 'listItem' | 'tableRow';
  readonly level: number;
  readonly path: readonly number[];
  readonly node: NodeJson;
}

/** Every clause of a document in reading order. A list item's paragraphs and a row's cells belong to it. */
export function clausesOf(document: DocumentJson): Clause[] {
  const clauses: Clause[] = [];
  walk(document, [], 0, clauses);
  return clauses;
}

function walk(parent: NodeJson, path: readonly number[], depth: number, clauses: Clause[]): void {
  (parent.content ?? []).forEach((node, index) => {
    const here = [...path, index];
    switch (node.type) {
      case 'bulletList':
      case 'orderedList':
        walk(node, here, depth + 1, clauses);
        break;
      case 'listItem':
        clauses.push({ id: stringAttr(node, 'id'), kind: 'listItem', level: depth, path: here, node });
        walkNestedLists(node, here, depth, clauses);
        break;
      case 'table':
        walk(node, here, depth, clauses);
        break;
      case 'tableRow':
        clauses.push({ id: stringAttr(node, 'id'), kind: 'tableRow', level: 1, path: here, node });
        break;
      default:
        clauses.push({
          id: stringAttr(node, 'id'),
          kind: node.type as ClauseBlock,
          level: numberAttr(node, 'level', 1),
          path: here,
          node,
        });
    }
  });
}

function walkNestedLists(item: NodeJson, path: readonly number[], depth: number, clauses: Clause[]): void {
  (item.content ?? []).forEach((child, index) => {
    if (child.type === 'bulletList' || child.type === 'orderedList') {
      walk(child, [...path, index], depth + 1, clauses);
    }
  });
}

/** The node at `path`, or null where the path leads nowhere. */
export function nodeAt(document: DocumentJson, path: readonly number[]): NodeJson | null {
  let node: NodeJson = document;
  for (const index of path) {
    const child = node.content?.[index];
    if (child === undefined) return null;
    node = child;
  }
  return node;
}

/**
 * The words of one clause: of a list item without its nested lists, of a row its cells joined by tabs. Blocks
 * inside an item or a cell are joined by newlines.
 */
export function clauseText(clause: Clause): string {
  return clauseParts(clause)
    .map(({ text }) => text)
    .join('');
}

/** A piece of a clause's words: those of one text node, or a border that structure draws (line, block, cell), with `node` null. */
export interface ClausePart {
  readonly text: string;
  readonly node: NodeJson | null;
}

/** The words of one clause with the nodes they come from; joined they are `clauseText`. */
export function clauseParts(clause: Clause): ClausePart[] {
  return clausePartsWithNotes(clause).filter(({ node }) => node?.type !== 'footnote');
}

/** The same with the words of its footnotes, each a part where it is called. */
export function clausePartsWithNotes(clause: Clause): ClausePart[] {
  if (clause.kind === 'tableRow') {
    return joinParts(
      (clause.node.content ?? []).map((cell) => joinParts(blockParts(cell), '\n')),
      '\t',
    );
  }
  return joinParts(ownBlocks(clause).flatMap(blockParts), '\n');
}

function joinParts(lists: readonly (readonly ClausePart[])[], border: string): ClausePart[] {
  return lists.flatMap((parts, index) => (index === 0 ? parts : [{ text: border, node: null }, ...parts]));
}

/** The blocks whose words belong to a clause that is not a row: itself, or what a list item holds besides lists. */
export function ownBlocks(clause: Clause): readonly NodeJson[] {
  if (clause.kind !== 'listItem') return [clause.node];
  return (clause.node.content ?? []).filter(
    (child) => child.type !== 'bulletList' && child.type !== 'orderedList',
  );
}

const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', 'footnote']);

/** Whether a node holds words itself and not through further blocks. */
export function isTextBlock(node: NodeJson): boolean {
  return (node.content ?? []).every((child) => INLINE.has(child.type));
}

function blockParts(node: NodeJson): ClausePart[][] {
  return isTextBlock(node) ? [inlineParts(node)] : (node.content ?? []).flatMap(blockParts);
}

function inlineParts(node: NodeJson): ClausePart[] {
  if (node.type === 'text' || node.type === 'footnote') return [{ text: wordsOfLeaf(node), node }];
  if (node.type === 'hardBreak') return [{ text: '\n', node: null }];
  return (node.content ?? []).flatMap(inlineParts);
}
