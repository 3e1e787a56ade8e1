import type { Fragment, Node, ResolvedPos } from '@tiptap/pm/model';
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { CellSelection, TableMap } from '@tiptap/pm/tables';
import { type ClauseBlock, DEEPEST_OPERATIVE_LEVEL } from '@/domain/text/nodes';

/** Kinds that continue with themselves at Enter. */
const RUNNING: ReadonlySet<string> = new Set(['operative', 'preambular']);

/** Makes every block of the selection that stands at the top level a clause of this kind; ids and words stay. */
export function setKind(tr: Transaction, kind: ClauseBlock, level: number): boolean {
  const type = tr.doc.type.schema.nodes[kind];
  if (type === undefined) return false;
  const blocks = topBlocks(tr.doc, tr.selection.from, tr.selection.to).filter(({ node }) => node.isTextblock);
  for (const { pos, node } of blocks) tr.setNodeMarkup(pos, type, { id: node.attrs.id, level });
  return blocks.length > 0;
}

/** Deeper (1) or higher (−1) by one level, for all operative paragraphs of the selection. */
export function changeLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const operative = topBlocks(state.doc, from, to).filter(({ node }) => node.type.name === 'operative');
    if (operative.length === 0) return false;
    const { tr } = state;
    for (const { pos, node } of operative) {
      const level = Math.min(Math.max(Number(node.attrs.level) + by, 1), DEEPEST_OPERATIVE_LEVEL);
      if (level !== node.attrs.level) tr.setNodeAttribute(pos, 'level', level);
    }
    dispatch?.(tr);
    return true;
  };
}

/**
 * Enter: an operative or preambular paragraph is followed by its like; an empty one goes up a level and in the
 * end becomes a paragraph; the chapeau is followed by a preambular paragraph. Everything else is the default.
 */
export const enterInClause: Command = (state, dispatch) => {
  const place = caretInTopBlock(state);
  if (place === null) return false;
  const { $from, node, pos } = place;
  const kind = node.type.name;
  if (RUNNING.has(kind) && node.content.size === 0) {
    dispatch?.(raise(state, pos, node).scrollIntoView());
    return true;
  }
  const atEnd = state.selection.$to.parentOffset === node.content.size;
  const next = kind === 'chapeau' && atEnd ? 'preambular' : RUNNING.has(kind) ? kind : null;
  const type = next === null ? undefined : state.schema.nodes[next];
  if (type === undefined) return false;
  const tr = state.tr.deleteSelection();
  const attrs = kind === 'operative' ? { level: node.attrs.level } : null;
  dispatch?.(tr.split(tr.mapping.map($from.pos), 1, [{ type, attrs }]).scrollIntoView());
  return true;
};

/** Backspace at the start of an operative paragraph: up a level, and from the first level to a paragraph. */
export const backspaceInClause: Command = (state, dispatch) => {
  const place = caretInTopBlock(state);
  if (place === null || !state.selection.empty || place.$from.parentOffset > 0) return false;
  if (place.node.type.name !== 'operative') return false;
  dispatch?.(raise(state, place.pos, place.node));
  return true;
};

/**
 * Moves the row, list item or clauses of the selection past their neighbour. An operative paragraph takes its
 * sub-paragraphs along and goes past the neighbour's as well. The moved nodes stay the same, ids included.
 */
export function moveClause(by: 1 | -1): Command {
  return (state, dispatch) => {
    const span = movable(state);
    if (span === null) return false;
    const { parent, start } = span;
    const jump = by === -1 ? jumpUp(parent, span.first, span.last) : jumpDown(parent, span.last, span.first);
    if (jump === null || !mayTrade(parent, Math.min(jump.from, span.first))) return false;
    const moved = childrenOf(parent, span.first, span.last);
    const passed = childrenOf(parent, jump.from, jump.to);
    const from = start + offsetOf(parent, Math.min(span.first, jump.from));
    const tr = state.tr.replaceWith(
      from,
      from + size(moved) + size(passed),
      by === -1 ? [...moved, ...passed] : [...passed, ...moved],
    );
    shiftSelection(tr, state, by * size(passed));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

interface Span {
  readonly parent: Node;
  /** Position of the parent's first child. */
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

function movable(state: EditorState): Span | null {
  const { $from, $to } = state.selection;
  const depth = moveDepth($from);
  if ($to.depth < depth || $from.node(depth) !== $to.node(depth)) return null;
  const parent = $from.node(depth);
  const first = $from.index(depth);
  const last = Math.max(first, $to.indexAfter(depth) - 1, $to.index(depth) === first ? first : 0);
  if (parent.childCount === 0) return null;
  const end = Math.min(last, parent.childCount - 1);
  return {
    parent,
    start: $from.start(depth),
    first,
    last: depth === 0 ? withSubparagraphs(parent, first, end) : end,
  };
}

/** Depth of the node whose children trade places: a table, a list, or the document. */
function moveDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const { name } = $pos.node(depth).type;
    if (name === 'table' || name === 'bulletList' || name === 'orderedList') return depth;
  }
  return 0;
}

function jumpUp(parent: Node, first: number, last: number): { from: number; to: number } | null {
  if (first === 0) return null;
  const level = operativeLevel(parent.child(first));
  let from = first - 1;
  if (level !== null && operativeLevel(parent.child(last)) !== null) {
    while (from > 0 && (operativeLevel(parent.child(from)) ?? 0) > level) from -= 1;
  }
  return { from, to: first - 1 };
}

function jumpDown(parent: Node, last: number, first: number): { from: number; to: number } | null {
  if (last + 1 >= parent.childCount) return null;
  const level = operativeLevel(parent.child(first));
  const next = operativeLevel(parent.child(last + 1));
  const to = level !== null && next !== null ? withSubparagraphs(parent, last + 1, last + 1) : last + 1;
  return { from: last + 1, to };
}

/** The last of the deeper paragraphs that follow the operative paragraph at `first`. */
function withSubparagraphs(parent: Node, first: number, last: number): number {
  const level = operativeLevel(parent.child(first));
  if (level === null) return last;
  let end = last;
  while (end + 1 < parent.childCount && (operativeLevel(parent.child(end + 1)) ?? 0) > level) end += 1;
  return end;
}

function operativeLevel(node: Node): number | null {
  return node.type.name === 'operative' ? Number(node.attrs.level) : null;
}

/** Rows stay where cells span them, and the header row stays on top. */
function mayTrade(parent: Node, topmost: number): boolean {
  if (parent.type.name !== 'table') return true;
  if (topmost === 0 && isHeaderRow(parent.child(0))) return false;
  return isRegular(parent);
}

export function isHeaderRow(row: Node): boolean {
  return row.children.every((cell) => cell.type.name === 'tableHeader');
}

/** Whether no cell of the table spans rows or columns. */
export function isRegular(table: Node): boolean {
  const map = TableMap.get(table);
  return new Set(map.map).size === map.width * map.height;
}

function raise(state: EditorState, pos: number, node: Node): Transaction {
  const level = Number(node.attrs.level ?? 1);
  if (node.type.name === 'operative' && level > 1) return state.tr.setNodeAttribute(pos, 'level', level - 1);
  return state.tr.setNodeMarkup(pos, state.schema.nodes.paragraph, { id: node.attrs.id });
}

function caretInTopBlock(state: EditorState) {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return null;
  const { $from, $to } = selection;
  if ($from.depth !== 1 || !$from.sameParent($to)) return null;
  return { $from, node: $from.parent, pos: $from.before(1) };
}

function topBlocks(document: Node, from: number, to: number): { pos: number; node: Node }[] {
  const blocks: { pos: number; node: Node }[] = [];
  document.forEach((node, pos) => {
    if (pos < Math.max(to, from + 1) && pos + node.nodeSize > from) blocks.push({ pos, node });
  });
  return blocks;
}

function childrenOf(parent: Node, from: number, to: number): Node[] {
  return parent.children.slice(from, to + 1);
}

function size(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.nodeSize, 0);
}

function offsetOf(parent: Node | Fragment, index: number): number {
  let offset = 0;
  for (let before = 0; before < index; before += 1) offset += parent.child(before).nodeSize;
  return offset;
}

function shiftSelection(tr: Transaction, state: EditorState, by: number): void {
  const { selection } = state;
  if (selection instanceof CellSelection) {
    const [anchor, head] = [selection.$anchorCell.pos + by, selection.$headCell.pos + by];
    tr.setSelection(CellSelection.create(tr.doc, anchor, head));
  } else if (selection instanceof NodeSelection) {
    tr.setSelection(NodeSelection.create(tr.doc, selection.from + by));
  } else {
    tr.setSelection(TextSelection.create(tr.doc, selection.anchor + by, selection.head + by));
  }
}
