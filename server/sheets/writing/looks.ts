import type { CellStyle } from 'hucre/xlsx';

/** How sheets look. A face that Excel and LibreOffice have for English and Thai. */
export const FONT = { name: 'Tahoma', size: 10 } as const;

const INK = { rgb: '1F2933' };
const LINE = { style: 'thin', color: { rgb: 'D5D0C4' } } as const;
const FRAME = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const TOP = { vertical: 'top', wrapText: true } as const;

export const HEADING: CellStyle = { font: { ...FONT, size: 14, bold: true, color: INK } };
export const PARAGRAPH: CellStyle = { font: { ...FONT, color: INK }, alignment: TOP };
export const NOTE: CellStyle = { font: { ...FONT, color: { rgb: '5B6470' } } };
export const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { vertical: 'center', wrapText: true },
  border: FRAME,
};
export const OPEN: CellStyle = {
  font: FONT,
  alignment: TOP,
  border: FRAME,
  protection: { locked: false },
};
export const LOCKED: CellStyle = {
  font: { ...FONT, color: { rgb: '6B7280' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFEDE6' } },
  alignment: TOP,
  border: FRAME,
};
/** A cell with something wrong in it; what is wrong stands in words at the end of the row. */
export const WRONG: CellStyle = {
  ...OPEN,
  font: { ...FONT, bold: true, color: { rgb: '8A1C1C' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F8DCDC' } },
};
