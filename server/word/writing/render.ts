import type { Block, Cell, Hand, Look, Paragraph, Row, Table } from './draft';
import { isInNew } from './draft';
import type { Numberings } from './numbering';
import { piecesXml, type RunContext } from './runs';
import { FILLER } from './tree';
import { element } from './xml';

export interface RenderContext extends RunContext {
  readonly numberings: Numberings;
}

/** Width of the words between the margins of a page, in twentieths of a point. */
export const TEXT_WIDTH = 9070;

/** The content of a body or a cell. */
export function blocksXml(blocks: readonly Block[], context: RenderContext, width = TEXT_WIDTH): string {
  return blocks
    .map((block, index) =>
      block.type === 'paragraph'
        ? paragraphXml(block, context, blocks[index - 1]?.type === 'table')
        : tableXml(block, context, width),
    )
    .join('');
}

function paragraphXml(paragraph: Paragraph, context: RenderContext, isAfterTable: boolean): string {
  const { tracker } = context;
  const bookmarks = paragraph.bookmarks.map((name) => {
    const id = tracker.nextId();
    return (
      element('w:bookmarkStart', { 'w:id': id, 'w:name': name }) + element('w:bookmarkEnd', { 'w:id': id })
    );
  });
  return (
    element(
      'w:p',
      {},
      propertiesXml(paragraph, context, isAfterTable ? SPACE_AFTER_TABLE : ''),
      ...bookmarks,
      rangeStart(paragraph, context),
      piecesXml(paragraph.pieces, context),
    ) + rangeEnd(paragraph)
  );
}

/** A table has no space below it: the paragraph after it brings its own, whatever its style. */
const SPACE_AFTER_TABLE = '<w:spacing w:before="180"/>';

function propertiesXml({ look, oldLook, mark }: Paragraph, context: RenderContext, spacing: string): string {
  const change =
    oldLook === null || sameLook(look, oldLook)
      ? ''
      : element(
          'w:pPrChange',
          context.tracker.stamp(),
          `<w:pPr>${lookXml(oldLook, context)}${spacing}${alignXml(oldLook)}</w:pPr>`,
        );
  return `<w:pPr>${lookXml(look, context)}${spacing}${alignXml(look)}${markXml(mark, context)}${change}</w:pPr>`;
}

function lookXml({ style, numbering }: Look, { numberings }: RenderContext): string {
  const place =
    numbering === null
      ? ''
      : element(
          'w:numPr',
          {},
          element('w:ilvl', { 'w:val': numbering.level }),
          element('w:numId', { 'w:val': numberings.idOf(numbering.key) }),
        );
  return element('w:pStyle', { 'w:val': style }) + place;
}

function alignXml({ align }: Look): string {
  return align === null ? '' : element('w:jc', { 'w:val': align === 'justify' ? 'both' : align });
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a.style === b.style &&
    a.align === b.align &&
    a.numbering?.key === b.numbering?.key &&
    a.numbering?.level === b.numbering?.level
  );
}

const MARK_ELEMENTS: Readonly<Record<Exclude<Hand['fate'], 'kept'>, string>> = {
  inserted: 'w:ins',
  deleted: 'w:del',
  'moved-here': 'w:moveTo',
  'moved-away': 'w:moveFrom',
};

function markXml(mark: Hand, { tracker }: RenderContext): string {
  if (mark.fate === 'kept') return '';
  return element('w:rPr', {}, element(MARK_ELEMENTS[mark.fate], tracker.stamp(mark.author)));
}

/** Both ends of a move have the same name; the id of a range is that of no change. */
const RANGE_OFFSET = 1_000_000;

function rangeStart({ moveStart, mark }: Paragraph, { tracker }: RenderContext): string {
  if (moveStart === undefined) return '';
  const stamp = tracker.stamp();
  return element(`w:${rangeName(mark)}RangeStart`, {
    ...stamp,
    'w:id': rangeId(moveStart, mark),
    'w:name': `move${moveStart + 1}`,
  });
}

function rangeEnd({ moveEnd, mark }: Paragraph): string {
  return moveEnd === undefined
    ? ''
    : element(`w:${rangeName(mark)}RangeEnd`, { 'w:id': rangeId(moveEnd, mark) });
}

function rangeName(mark: Hand): string {
  return isInNew(mark) ? 'moveTo' : 'moveFrom';
}

function rangeId(move: number, mark: Hand): number {
  return RANGE_OFFSET + 2 * move + (isInNew(mark) ? 1 : 0);
}

function tableXml(table: Table, context: RenderContext, width: number): string {
  const column = Math.floor(width / table.columns);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', { 'w:val': 'MufakatTable' }),
      element('w:tblW', { 'w:w': column * table.columns, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element(
      'w:tblGrid',
      {},
      ...Array.from({ length: table.columns }, () => element('w:gridCol', { 'w:w': column })),
    ),
    ...table.rows.map((row, index) =>
      rowXml(
        row,
        table.rows.slice(0, index).every((above) => above.isHeader),
        context,
        column,
      ),
    ),
  );
}

function rowXml(row: Row, isAtTop: boolean, context: RenderContext, column: number): string {
  const change =
    row.hand.fate === 'kept'
      ? ''
      : element(isInNew(row.hand) ? 'w:ins' : 'w:del', context.tracker.stamp(row.hand.author));
  const properties = element(
    'w:trPr',
    {},
    '<w:cantSplit/>',
    row.isHeader && isAtTop ? '<w:tblHeader/>' : '',
    change,
  );
  return element('w:tr', {}, properties, ...row.cells.map((cell) => cellXml(cell, context, column)));
}

function cellXml(cell: Cell, context: RenderContext, column: number): string {
  const width = column * cell.span;
  const vertical =
    cell.vertical === null
      ? ''
      : element('w:vMerge', { 'w:val': cell.vertical === 'start' ? 'restart' : 'continue' });
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      cell.span > 1 ? element('w:gridSpan', { 'w:val': cell.span }) : '',
      vertical,
      cell.isHeader ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EEF0F3' }) : '',
    ),
    blocksXml(cell.blocks.length === 0 ? [FILLER] : cell.blocks, context, width - 220),
  );
}
