import { HEADER_CELL_FILL, TEXT_WIDTH } from '../styles';
import { type Columns, columnsOf, writtenWidth } from './column-widths';
import type { Block, Cell, Hand, Look, Paragraph, Row, Table } from './draft';
import { isInNew } from './draft';
import type { Numberings } from './numbering';
import { piecesXml, type RunContext } from './runs';
import { FILLER } from './tree';
import { element } from './xml';

export interface RenderContext extends RunContext {
  readonly numberings: Numberings;
}

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
          context.tracker.stamp(mark.author),
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
  const stamp = tracker.stamp(mark.author);
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
  const columns = columnsOf(table, width);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', { 'w:val': 'MufakatTable' }),
      tableWidthXml(columns),
      element('w:tblLayout', { 'w:type': columns.areTooWide ? 'autofit' : 'fixed' }),
    ),
    element(
      'w:tblGrid',
      {},
      gridXml(columns.grid),
      columns.oldGrid === null
        ? ''
        : element(
            'w:tblGridChange',
            { 'w:id': context.tracker.nextId() },
            `<w:tblGrid>${gridXml(columns.oldGrid)}</w:tblGrid>`,
          ),
    ),
    ...table.rows.map((row, index) =>
      rowXml(
        row,
        table.rows.slice(0, index).every((above) => above.isHeader),
        context,
        columns,
      ),
    ),
  );
}

/** Where the text states widths, the table is as wide as its columns, or as the page. Readers tell it apart by this. */
function tableWidthXml({ grid, areStated, areTooWide }: Columns): string {
  const total = grid.reduce((sum, width) => sum + width, 0);
  if (!areStated) return element('w:tblW', { 'w:w': total, 'w:type': 'dxa' });
  return element('w:tblW', areTooWide ? { 'w:w': 5000, 'w:type': 'pct' } : { 'w:w': 0, 'w:type': 'auto' });
}

function gridXml(grid: readonly number[]): string {
  return grid.map((width) => element('w:gridCol', { 'w:w': width })).join('');
}

function rowXml(row: Row, isAtTop: boolean, context: RenderContext, columns: Columns): string {
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
  let from = 0;
  const cells = row.cells.map((cell) => {
    const xml = cellXml(cell, from, context, columns);
    from += cell.span;
    return xml;
  });
  return element('w:tr', {}, properties, ...cells);
}

function cellXml(cell: Cell, from: number, context: RenderContext, columns: Columns): string {
  const vertical =
    cell.vertical === null
      ? ''
      : element('w:vMerge', { 'w:val': cell.vertical === 'start' ? 'restart' : 'continue' });
  const properties = (width: number | null, isHeader: boolean) =>
    element('w:tcW', width === null ? { 'w:w': 0, 'w:type': 'auto' } : { 'w:w': width, 'w:type': 'dxa' }) +
    (cell.span > 1 ? element('w:gridSpan', { 'w:val': cell.span }) : '') +
    vertical +
    (isHeader ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': HEADER_CELL_FILL }) : '');
  const { old } = cell;
  const before =
    old === undefined ? '' : properties(writtenWidth({ ...cell, ...old }, from, columns), old.isHeader);
  const change =
    before === '' ? '' : element('w:tcPrChange', context.tracker.stamp(), `<w:tcPr>${before}</w:tcPr>`);
  const room = columns.grid.slice(from, from + cell.span).reduce((sum, width) => sum + width, 0);
  return element(
    'w:tc',
    {},
    `<w:tcPr>${properties(writtenWidth(cell, from, columns), cell.isHeader)}${change}</w:tcPr>`,
    blocksXml(cell.blocks.length === 0 ? [FILLER] : cell.blocks, context, room - 220),
  );
}
