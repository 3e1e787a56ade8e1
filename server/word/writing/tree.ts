import { isTextBlock } from '../../../domain/text/clauses';
import { type NodeJson, stringAttr } from '../../../domain/text/document-json';
import { type BookmarkOwner, bookmarkName, FILLER_STYLE } from '../styles';
import {
  type Block,
  BREAK,
  type Cell,
  type Hand,
  isInNew,
  KEPT,
  type Paragraph,
  type Piece,
  type Row,
  type Table,
} from './draft';
import { GridLayer } from './grid';
import { inside, type Place, type TextSide } from './looks';

/** A whole text of one side, nothing changed. */
export function draftText(side: TextSide): Block[] {
  let section = 0;
  return (side.text.content ?? []).flatMap((node) => {
    const place: Place = { within: 'text', list: '', depth: 0, section, isFirst: false, align: null };
    if (node.type === 'annex') section += 1;
    return draftTree([node], place, side, KEPT);
  });
}

/** Blocks as they stand in their text, all with one fate. Ids become bookmarks where the new text has them. */
export function draftTree(nodes: readonly NodeJson[], place: Place, side: TextSide, hand: Hand): Block[] {
  return nodes.flatMap((node, index): Block[] => {
    const here = { ...place, isFirst: place.isFirst && index === 0 };
    const id = isInNew(hand) ? stringAttr(node, 'id') : null;
    const clause = isInNew(hand) ? side.clauseOf(node) : null;
    if (isTextBlock(node)) {
      return withBookmark(ofClause([paragraphOf(node, here, side, hand)], clause), 'clause', id);
    }
    if (node.type === 'table') {
      return withBookmark([tableOf(node, inside(node, here, side), side, hand)], 'table', id);
    }
    const blocks = draftTree(node.content ?? [], inside(node, here, side), side, hand);
    return node.type === 'listItem' ? withBookmark(ofClause(blocks, clause), 'clause', id) : blocks;
  });
}

function paragraphOf(node: NodeJson, place: Place, side: TextSide, hand: Hand): Paragraph {
  return {
    type: 'paragraph',
    look: side.look(node, place),
    oldLook: null,
    mark: hand,
    pieces: (node.content ?? []).map((child) => pieceOf(child, hand)),
    clause: null,
    bookmarks: [],
  };
}

function pieceOf(node: NodeJson, hand: Hand): Piece {
  const marks = node.marks ?? [];
  if (node.type !== 'footnote') {
    return { type: 'text', text: node.type === 'hardBreak' ? BREAK : (node.text ?? ''), marks, ...hand };
  }
  const text = stringAttr(node, 'text') ?? '';
  const pieces: Piece[] = text === '' ? [] : [{ type: 'text', text, marks: [], ...hand }];
  return { type: 'note', marks, pieces, ...hand };
}

function tableOf(node: NodeJson, place: Place, side: TextSide, hand: Hand): Table {
  const grid = new GridLayer();
  const rows = (node.content ?? []).map((row) => rowOf(row, place, side, hand, grid));
  return { type: 'table', columns: grid.columns, widths: grid.widths, oldWidths: null, rows };
}

/** A row as it stands in its text, all of it with one fate. */
export function rowOf(node: NodeJson, place: Place, side: TextSide, hand: Hand, grid: GridLayer): Row {
  const cells = (node.content ?? []).map((cell) => ({
    node: cell,
    blocks: closeCell(
      draftTree(isTextBlock(cell) ? [] : (cell.content ?? []), inside(cell, place, side), side, hand),
    ),
  }));
  return {
    hand,
    clause: isInNew(hand) ? side.clauseOf(node) : null,
    isHeader: isHeaderRow(node),
    cells: bookmarkCells(grid.place(cells), 'row', isInNew(hand) ? stringAttr(node, 'id') : null),
  };
}

export function isHeaderRow(row: NodeJson): boolean {
  const cells = row.content ?? [];
  return cells.length > 0 && cells.every((cell) => cell.type === 'tableHeader');
}

/** The last mark of a cell stands whatever happens to its row; a cell is never without a paragraph. */
export function closeCell(blocks: readonly Block[]): Block[] {
  const closed = withFillers(blocks);
  const last = closed.at(-1);
  if (last?.type === 'paragraph' && last.mark.fate !== 'kept') {
    closed[closed.length - 1] = { ...last, mark: KEPT };
  }
  return closed;
}

/** Blocks with the empty paragraphs that Word needs: after a table at the end, and between tables. */
export function withFillers(blocks: readonly Block[]): Block[] {
  const filled = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.type === 'table' && next?.type !== 'paragraph' ? [block, FILLER] : [block];
  });
  return filled.length === 0 ? [FILLER] : filled;
}

export const FILLER: Paragraph = {
  type: 'paragraph',
  look: { style: FILLER_STYLE.id, numbering: null, align: null },
  oldLook: null,
  mark: KEPT,
  pieces: [],
  clause: null,
  bookmarks: [],
};

/** The same blocks as parts of a clause, but for those that are parts of another one already. */
export function ofClause(blocks: readonly Block[], clause: number | null): Block[] {
  return blocks.map((block) =>
    block.type === 'paragraph' && block.clause === null ? { ...block, clause } : block,
  );
}

/** The cells of a row with the bookmark of an id: in the first that begins here, whose words stand here. */
export function bookmarkCells(cells: readonly Cell[], owner: BookmarkOwner, id: string | null): Cell[] {
  const first = Math.max(
    0,
    cells.findIndex(({ vertical }) => vertical !== 'covered'),
  );
  return cells.map((cell, index) =>
    index === first
      ? { ...cell, blocks: withBookmark(cell.blocks.length === 0 ? [FILLER] : cell.blocks, owner, id) }
      : cell,
  );
}

/** The same blocks, their first paragraph with the bookmark of an id. */
export function withBookmark(blocks: readonly Block[], owner: BookmarkOwner, id: string | null): Block[] {
  const name = id === null ? null : bookmarkName(owner, id);
  const [first, ...rest] = blocks;
  if (name === null || first === undefined) return [...blocks];
  if (first.type === 'paragraph') return [{ ...first, bookmarks: [name, ...first.bookmarks] }, ...rest];
  const [row, ...rows] = first.rows;
  if (row === undefined) return [...blocks];
  return [{ ...first, rows: [{ ...row, cells: bookmarkCells(row.cells, owner, id) }, ...rows] }, ...rest];
}
