import { type BookmarkOwner, readBookmarkName } from '../styles';
import { alternativeOf } from './alternative';
import { cellLookIn, PLAIN_CELL } from './cell-look';
import { gridOf } from './column-widths';
import type { Condition, FlowBlock, FlowCell, FlowParagraph, FlowRow, FlowTable, Piece } from './flow';
import { movedChange, piecesOf } from './inline';
import { leaveAlignment, lookOf } from './paragraph-look';
import { type Reading, wordsBelow } from './reading';
import { RefusedFile } from './refused-file';
import { childOf, everyElement, switchOf, valOf, wholeNumber, type XmlElement } from './xml';

const WRAPPERS: ReadonlySet<string> = new Set(['w:sdtContent', 'w:customXml', 'w:sdt', 'w:ins', 'w:moveTo']);
const WIDEST_CELL = 100;

/** The paragraphs and tables inside a body or a cell. `inCell`: tables in it are taken apart. */
export function blocksOf(container: XmlElement, reading: Reading, inCell: boolean): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  // Marks that stand between paragraphs belong to the next one.
  let waiting: Piece[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (child.name === 'w:p') {
        blocks.push(paragraphOf(child, reading, inCell, waiting));
        waiting = [];
      } else if (child.name === 'w:tbl') {
        if (inCell) for (const block of takenApart(child, reading)) blocks.push(block);
        else blocks.push(tableOf(child, reading));
      } else if (child.name === 'w:sectPr') leaveSection(child, reading);
      else if (child.name === 'w:altChunk') throw new RefusedFile('IM10');
      else if (WRAPPERS.has(child.name)) walk(child);
      else if (child.name === 'm:oMathPara') reading.leave('equation', wordsBelow(child));
      else if (child.name === 'mc:AlternateContent') walk(alternativeOf(child));
      else {
        const pieces = piecesOf({ name: '', attrs: {}, children: [child], text: '' }, reading);
        for (const piece of pieces) waiting.push(piece);
      }
    }
  };
  walk(container);
  return blocks;
}

function paragraphOf(
  element: XmlElement,
  reading: Reading,
  inCell: boolean,
  before: readonly Piece[],
): FlowParagraph {
  reading.countParagraph();
  const properties = childOf(element, 'w:pPr');
  const look = { ...lookOf(properties, reading, inCell), id: bookmarkedId(element, 'clause') };
  const changed = childOf(properties, 'w:pPrChange');
  const oldLook =
    changed === undefined
      ? null
      : {
          change: reading.changes.add('format', changed),
          look: { ...lookOf(childOf(changed, 'w:pPr'), reading, inCell), id: look.id },
        };
  const pieces = [...before, ...piecesOf(element, reading)];
  const section = childOf(properties, 'w:sectPr');
  if (section !== undefined) leaveSection(section, reading);
  if (!inCell) leaveAlignment(properties, look, wordsBelow(element), reading);
  const mark = markOf(childOf(properties, 'w:rPr'), reading);
  if (mark.length === 0) reading.changes.interrupt();
  return { kind: 'paragraph', look, oldLook, pieces, mark };
}

/** On what the end of a paragraph, or a table row, depends. */
function markOf(properties: XmlElement | undefined, reading: Reading): Condition {
  return (properties?.children ?? []).flatMap((child) => {
    if (child.name === 'w:ins')
      return [{ change: reading.changes.add('insertion', child), when: 'taken' as const }];
    if (child.name === 'w:del')
      return [{ change: reading.changes.add('deletion', child), when: 'left' as const }];
    if (child.name === 'w:moveFrom' || child.name === 'w:moveTo') return [movedChange(child, reading)];
    return [];
  });
}

function tableOf(element: XmlElement, reading: Reading): FlowTable {
  const rows: FlowRow[] = [];
  reading.tables += 1;
  const number = reading.tables;
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (child.name === 'w:tr') rows.push(rowOf(child, number, reading));
      else if (WRAPPERS.has(child.name)) walk(child);
    }
  };
  walk(element);
  leaveCovered(rows, reading);
  reading.changes.interrupt();
  const words = wordsBelow(element);
  leaveFormChange(childOf(element, 'w:tblPr'), 'w:tblPrChange', words, reading);
  const grid = gridOf(element, words, reading);
  return { kind: 'table', rows, grid, id: firstParagraphId(element, 'table') };
}

/** How a table, a row or a cell looks is no part of a text, and neither is that somebody changed it: it is named. */
function leaveFormChange(
  properties: XmlElement | undefined,
  name: string,
  words: string,
  reading: Reading,
): void {
  if (childOf(properties, name) !== undefined) reading.leave('trackedChange', words);
}

/** Word shows a cell over those below it that go on with it; their own words, which nobody sees there, are named. */
function leaveCovered(rows: readonly FlowRow[], reading: Reading): void {
  const above: (FlowCell | null)[] = [];
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      const isCovered = cell.rows === 'continues' && above[column]?.columns === cell.columns;
      if (isCovered && cell.covered !== '') reading.leave('other', cell.covered);
      const open = cell.rows === 'one' ? null : cell;
      for (let reach = 0; reach < cell.columns; reach += 1) above[column + reach] = open;
      column += cell.columns;
    }
  }
}

/** The id of a table is a bookmark in the first paragraph of its first cell. */
function firstParagraphId(element: XmlElement, owner: BookmarkOwner): string | null {
  for (const below of everyElement(element)) if (below.name === 'w:p') return bookmarkedId(below, owner);
  return null;
}

/** The id of a row is a bookmark in the first paragraph of the first cell that begins in it. */
function rowId(row: XmlElement): string | null {
  for (const cell of everyElement(row)) {
    const id = cell.name === 'w:tc' ? firstParagraphId(cell, 'row') : null;
    if (id !== null) return id;
  }
  return null;
}

function bookmarkedId(paragraph: XmlElement, owner: BookmarkOwner): string | null {
  for (const { name, attrs } of everyElement(paragraph)) {
    const read = name === 'w:bookmarkStart' ? readBookmarkName(attrs['w:name'] ?? '') : null;
    if (read?.owner === owner) return read.id;
  }
  return null;
}

function rowOf(element: XmlElement, table: number, reading: Reading): FlowRow {
  reading.countParagraph();
  const properties = childOf(element, 'w:trPr');
  const when = markOf(properties, reading);
  const cells: FlowCell[] = [...emptyCells(valOf(properties, 'w:gridBefore'))];
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (child.name === 'w:tc') cells.push(cellOf(child, table, reading));
      else if (WRAPPERS.has(child.name)) walk(child);
    }
  };
  walk(element);
  cells.push(...emptyCells(valOf(properties, 'w:gridAfter')));
  leaveFormChange(properties, 'w:trPrChange', '', reading);
  leaveFormChange(childOf(element, 'w:tblPrEx'), 'w:tblPrExChange', '', reading);
  return {
    when,
    isHeader: switchOf(properties, 'w:tblHeader') === true,
    cells,
    id: rowId(element),
  };
}

function cellOf(element: XmlElement, table: number, reading: Reading): FlowCell {
  // A cell without a paragraph gets one.
  if (childOf(element, 'w:p') === undefined) reading.countParagraph();
  const properties = childOf(element, 'w:tcPr');
  const merge = childOf(properties, 'w:vMerge');
  const inserted = childOf(properties, 'w:cellIns');
  const deleted = childOf(properties, 'w:cellDel');
  if (childOf(properties, 'w:cellMerge') !== undefined) reading.leave('trackedChange', wordsBelow(element));
  const when: Condition = [
    ...(inserted === undefined
      ? []
      : [{ change: reading.changes.add('insertion', inserted), when: 'taken' as const }]),
    ...(deleted === undefined
      ? []
      : [{ change: reading.changes.add('deletion', deleted), when: 'left' as const }]),
  ];
  const isCovered = merge !== undefined && merge.attrs['w:val'] !== 'restart';
  return {
    when,
    look: cellLookIn(properties, reading),
    oldLook: oldLookOf(element, childOf(properties, 'w:tcPrChange'), table, reading),
    covered: isCovered ? wordsBelow(element).trim() : '',
    columns: Math.min(WIDEST_CELL, Math.max(1, wholeNumber(valOf(properties, 'w:gridSpan'), 1))),
    rows: merge === undefined ? 'one' : isCovered ? 'continues' : 'begins',
    blocks: blocksOf(element, reading, true),
  };
}

/** Of how a cell looked before, a text has a place for what our own exports mean by it. */
function oldLookOf(
  cell: XmlElement,
  changed: XmlElement | undefined,
  table: number,
  reading: Reading,
): FlowCell['oldLook'] {
  if (changed === undefined) return null;
  if (!reading.styles.isOwn) {
    reading.leave('trackedChange', wordsBelow(cell));
    return null;
  }
  const { width, isHeader } = cellLookIn(childOf(changed, 'w:tcPr'), reading);
  return {
    change: reading.changes.addCells(table, changed),
    look: { width, isHeader: isHeader === true },
  };
}

function emptyCells(count: string | undefined): FlowCell[] {
  const number = Math.min(WIDEST_CELL, wholeNumber(count, 0));
  return number < 1
    ? []
    : [
        {
          when: [],
          covered: '',
          columns: number,
          look: PLAIN_CELL,
          oldLook: null,
          rows: 'one',
          blocks: [],
        },
      ];
}

/** A table in a cell has no place in a text: its words stay, paragraph by paragraph. */
function takenApart(table: XmlElement, reading: Reading): FlowBlock[] {
  reading.leave('nestedTable', wordsBelow(table));
  return tableOf(table, reading).rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.blocks.map((block) =>
        block.kind === 'table' || row.when.length === 0 ? block : withCondition(block, row.when),
      ),
    ),
  );
}

function withCondition(block: FlowParagraph, when: Condition): FlowParagraph {
  return {
    ...block,
    mark: [...block.mark, ...when],
    pieces: block.pieces.map((piece) =>
      piece.kind === 'comment' ? piece : { ...piece, when: [...piece.when, ...when] },
    ),
  };
}

function leaveSection(section: XmlElement, reading: Reading): void {
  if (wholeNumber(childOf(section, 'w:cols')?.attrs['w:num'], 1) > 1) reading.leave('columns');
}

/** Lists headers and footers that say something. */
export function leaveHeaderOrFooter(kind: 'header' | 'footer', root: XmlElement, reading: Reading): void {
  const words = wordsBelow(root);
  const says = words.trim() !== '' || [...everyElement(root)].some(({ name }) => name === 'w:drawing');
  if (says) reading.leave(kind, words);
}
