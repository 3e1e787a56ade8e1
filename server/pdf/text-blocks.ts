import { clausesOf, isTextBlock } from '../../domain/text/clauses';
import { type DocumentJson, type NodeJson, numberAttr, plainText } from '../../domain/text/document-json';
import { type HouseStyle, numberClauses } from '../../domain/text/numbering';
import { columnShares } from './columns';
import { placeCells } from './grid';
import { listMarker } from './markers';
import { Outline } from './outline';
import type { Block, Cell, ListBlock, ParagraphBlock, TableBlock } from './sheet';
import { inlineRuns } from './words';

/** A text as blocks of a page, numbered by its house style. */
export function textBlocks(document: DocumentJson, houseStyle: HouseStyle): Block[] {
  const numbers = numberClauses(document, houseStyle);
  const labels = new Map<NodeJson, string>();
  clausesOf(document).forEach((clause, index) => {
    labels.set(clause.node, numbers[index]?.label ?? '');
  });
  const outline = new Outline();
  return (document.content ?? []).flatMap((node) => blocksOf(node, labels, outline));
}

type Labels = ReadonlyMap<NodeJson, string>;

function blocksOf(node: NodeJson, labels: Labels, outline: Outline): Block[] {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return [listOf(node, labels, outline)];
    case 'table':
      return tableOf(node);
    default:
      return isTextBlock(node)
        ? [paragraphOf(node, labels, outline)]
        : (node.content ?? []).flatMap((child) => blocksOf(child, labels, outline));
  }
}

function paragraphOf(node: NodeJson, labels: Labels, outline: Outline): ParagraphBlock {
  const level = numberAttr(node, 'level', 1);
  const label = labels.get(node) ?? '';
  const isNamed = label !== '' || plainText(node).trim() !== '';
  return {
    t: 'p',
    kind: node.type,
    level,
    label,
    outline: isNamed ? outline.next(node.type, level) : 0,
    runs: inlineRuns(node.content ?? []),
  };
}

function listOf(list: NodeJson, labels: Labels, outline: Outline): ListBlock {
  return {
    t: 'l',
    items: (list.content ?? []).map((item, index) => ({
      marker: listMarker(list, index),
      blocks: (item.content ?? []).flatMap((child) => blocksOf(child, labels, outline)),
    })),
  };
}

function tableOf(table: NodeJson): TableBlock[] {
  const rows = table.content ?? [];
  const { places, columns } = placeCells(rows.map((row) => (row.content ?? []).map(spanOf)));
  const cells = rows.flatMap((row, y) =>
    (row.content ?? []).flatMap((node, index): Cell[] => {
      const place = places[y]?.[index];
      if (place === undefined) return [];
      return [
        {
          ...place,
          ...(node.type === 'tableHeader' ? { head: 1 as const } : {}),
          blocks: cellBlocks(node),
        },
      ];
    }),
  );
  if (cells.length === 0) return [];
  const header = headerRows(cells, rows.length);
  return [{ t: 't', columns: columnShares(cells, columns), rows: rows.length, header, cells }];
}

/** In a cell nothing has a number or a place in the outline. */
export function cellBlocks(cell: NodeJson): Block[] {
  return (cell.content ?? []).flatMap((node) => blocksOf(node, new Map(), new Outline())).map(plain);
}

function plain(block: Block): Block {
  return block.t === 'p' ? { ...block, outline: 0 } : block;
}

export function spanOf(cell: NodeJson): { readonly w: number; readonly h: number } {
  return {
    w: Math.max(1, numberAttr(cell, 'colspan', 1)),
    h: Math.max(1, numberAttr(cell, 'rowspan', 1)),
  };
}

/** Rows at the top that are nothing but header cells, none of which reaches into the rows below; at least one row is no header. */
export function headerRows(cells: readonly Cell[], rows: number): number {
  let header = 0;
  while (header < rows - 1 && cells.every((cell) => cell.y !== header || cell.head === 1)) header += 1;
  while (header > 0 && cells.some((cell) => cell.y < header && cell.y + cell.h > header)) header -= 1;
  return header;
}
