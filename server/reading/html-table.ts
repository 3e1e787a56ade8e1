import type { NodeJson } from '../../domain/text/document-json';
import { attributeOf, type HtmlElement, isElement } from './html-tree';

export interface HtmlTable {
  /** Null where the table has no row. */
  readonly node: NodeJson | null;
  readonly captions: readonly HtmlElement[];
  /** Whether a cell held a table, whose words became paragraphs of the cell. */
  readonly hasNested: boolean;
}

/** A table of a page. `blocksOf` reads what a cell holds. */
export function tableOf(
  element: HtmlElement,
  isExact: boolean,
  blocksOf: (cell: HtmlElement) => NodeJson[],
): HtmlTable {
  let hasNested = false;
  const rows = rowsOf(element).map((row): NodeJson => {
    const cells = row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    const content = cells.map((cell): NodeJson => {
      const blocks = blocksOf(cell);
      const flat = isExact ? blocks : blocks.flatMap(withoutTables);
      hasNested ||= flat.length !== blocks.length || flat.some((node, index) => node !== blocks[index]);
      return {
        type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
        attrs: cellAttributes(cell, isExact),
        content: flat.length === 0 ? [{ type: 'paragraph' }] : flat,
      };
    });
    return { type: 'tableRow', ...identity(row, isExact), ...(content.length === 0 ? {} : { content }) };
  });
  return {
    node: rows.length === 0 ? null : { type: 'table', ...identity(element, isExact), content: rows },
    captions: element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'caption'),
    hasNested,
  };
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function withoutTables(node: NodeJson): NodeJson[] {
  if (node.type !== 'table') return [node];
  return (node.content ?? []).flatMap((row) =>
    (row.content ?? []).flatMap((cell) => (cell.content ?? []).flatMap(withoutTables)),
  );
}

function identity(element: HtmlElement, isExact: boolean): { readonly attrs?: Record<string, unknown> } {
  const id = isExact ? attributeOf(element, 'data-id') : null;
  return id === null ? {} : { attrs: { id } };
}

function cellAttributes(cell: HtmlElement, isExact: boolean): Record<string, unknown> {
  const spans = { colspan: span(cell, 'colspan', 100), rowspan: span(cell, 'rowspan', 1000) };
  if (!isExact) return spans;
  const widths = attributeOf(cell, 'colwidth');
  return {
    ...spans,
    align: attributeOf(cell, 'align'),
    colwidth: widths === null ? null : widths.split(',').map(Number),
  };
}

function span(cell: HtmlElement, name: string, most: number): number {
  const value = Number(attributeOf(cell, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
}
