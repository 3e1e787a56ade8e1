import { HEADER_CELL_FILL } from '../styles';
import type { CellLook, FlowCell } from './flow';
import type { Reading } from './reading';
import { childOf, wholeNumber, type XmlElement } from './xml';

export const PLAIN_CELL: CellLook = { width: null, isHeader: null };

/** What the properties of a cell (`w:tcPr`) say. Of a cell without that ground its row may still say that it is a header. */
export function cellLookIn(properties: XmlElement | undefined, reading: Reading): CellLook {
  const width = childOf(properties, 'w:tcW');
  const twips = width?.attrs['w:type'] === 'dxa' ? wholeNumber(width.attrs['w:w'], 0) : 0;
  const fill = childOf(properties, 'w:shd')?.attrs['w:fill']?.toUpperCase();
  return {
    width: twips > 0 ? twips : null,
    isHeader: reading.styles.isOwn && fill === HEADER_CELL_FILL ? true : null,
  };
}

/** How a cell looks when the changes in `taken` are. */
export function cellLook({ look, oldLook }: FlowCell, taken: (change: number) => boolean): CellLook {
  return oldLook !== null && !taken(oldLook.change) ? oldLook.look : look;
}
