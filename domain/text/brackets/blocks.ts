import { type Clause, isTextBlock, ownBlocks } from '../clauses';
import type { DocumentJson, NodeJson } from '../document-json';

/** What becomes of a block of words: its new line, or null for a block that goes. */
export type LineChange = (line: readonly NodeJson[], block: NodeJson) => readonly NodeJson[] | null;

/** The kinds of blocks that hold words themselves. */
export function holdsWords(node: NodeJson): boolean {
  return node.type !== 'text' && !STRUCTURES.has(node.type) && isTextBlock(node);
}

const STRUCTURES: ReadonlySet<string> = new Set([
  'doc',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'hardBreak',
  'footnote',
]);

/**
 * The document with the lines of its blocks changed. A block that goes takes a list that holds nothing else with it;
 * what is nested below an item that goes takes its place; a cell keeps an empty paragraph, and a row goes when all of
 * its cells have lost their words.
 */
export function changeLines(document: DocumentJson, change: LineChange): DocumentJson {
  const content = changeChildren(document, change);
  if (content === document.content) return document;
  return { ...document, content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

function changeChildren(node: NodeJson, change: LineChange): readonly NodeJson[] {
  const children = node.content ?? [];
  const kept = children.map((child) => changeNode(child, change));
  const isSame = kept.every((nodes, index) => nodes.length === 1 && nodes[0] === children[index]);
  return isSame ? children : kept.flat();
}

function changeNode(node: NodeJson, change: LineChange): readonly NodeJson[] {
  if (holdsWords(node)) {
    const line = change(node.content ?? [], node);
    return line === null ? [] : line === node.content ? [node] : [withContent(node, line)];
  }
  if (node.type === 'tableRow') return changeRow(node, change);
  const content = changeChildren(node, change);
  if (content === node.content) return [node];
  if (node.type === 'listItem' && content.every(isList)) return content.flatMap((list) => list.content ?? []);
  return content.length === 0 ? [] : [withContent(node, content)];
}

function changeRow(row: NodeJson, change: LineChange): readonly NodeJson[] {
  const cells = row.content ?? [];
  const kept = cells.map((cell) => changeNode(cell, change)[0] ?? null);
  if (kept.every((cell, index) => cell === cells[index])) return [row];
  if (kept.every((cell) => cell === null)) return [];
  return [
    withContent(
      row,
      kept.map((cell, index) => cell ?? withContent(cells[index] ?? row, [{ type: 'paragraph' }])),
    ),
  ];
}

function isList(node: NodeJson): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList';
}

function withContent(node: NodeJson, content: readonly NodeJson[]): NodeJson {
  const { content: _, ...bare } = node;
  return content.length === 0 ? bare : { ...bare, content };
}

/** Visits every block of words with its path from the document's root. */
export function eachLine(
  node: NodeJson,
  visit: (block: NodeJson, path: readonly number[]) => void,
  path: readonly number[] = [],
): void {
  if (holdsWords(node)) visit(node, path);
  else {
    (node.content ?? []).forEach((child, index) => {
      eachLine(child, visit, [...path, index]);
    });
  }
}

/** The block of words of this number in a clause, from 0; null where it has fewer. */
export function lineOfClause(clause: Clause, number: number): NodeJson | null {
  const blocks: NodeJson[] = [];
  const roots = clause.kind === 'tableRow' ? [clause.node] : ownBlocks(clause);
  for (const root of roots) eachLine(root, (block) => blocks.push(block));
  return blocks[number] ?? null;
}
