import { asDecimal } from '../../../domain/monitoring/decimal';
import { plainNumber } from '../../../domain/monitoring/parse-value';
import { placeOf } from '../../../domain/sheets/addresses';
import type { MergedRange, ReadCell, ReadRow, ReadSheet } from '../../../domain/sheets/read-sheet';
import { RefusedFile } from '../../word/reading/refused-file';
import type { SheetLimits } from './limits';
import { dayOfSerial, type NumberLook } from './number-formats';
import { unescaped } from './shared-strings';
import { type Allowance, walkXml } from './walk-xml';

export interface SheetFacts {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly isFrom1904: boolean;
}

/** The cell in hand. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly look: NumberLook;
  value: string;
  hasFormula: boolean;
}

const MOST_MERGED = 10_000;
const LONGEST_CELL = 32_767;

/** The rows of a sheet that hold something. What a formula comes to is not believed, only that there is one. */
export function readWorksheet(
  name: string,
  bytes: Uint8Array,
  facts: SheetFacts,
  left: Allowance,
  limits: SheetLimits,
): ReadSheet {
  const rows: ReadRow[] = [];
  const merged: MergedRange[] = [];
  let row = 0;
  let column = -1;
  let cells = new Map<number, ReadCell>();
  let cell: OpenCell | null = null;
  let isValue = false;
  let isReading = false;
  walkXml(
    bytes,
    {
      open(tag, attributes) {
        if (tag === 'row') {
          row = attributes.r === undefined ? row + 1 : wholeOr(attributes.r, row + 1);
          column = -1;
          cells = new Map();
        } else if (tag === 'c') {
          column = placeOf(attributes.r ?? '')?.column ?? column + 1;
          if (column >= limits.columns) return;
          const look = facts.looks[wholeOr(attributes.s ?? '0', 0)] ?? 'plain';
          cell = { column, type: attributes.t ?? 'n', look, value: '', hasFormula: false };
        } else if (tag === 'f' && cell !== null) {
          cell.hasFormula = true;
        } else if (tag === 'rPh') {
          isReading = true;
        } else if (tag === 'v' || (tag === 't' && !isReading)) {
          isValue = cell !== null;
        } else if (tag === 'mergeCell') {
          const [from, to] = (attributes.ref ?? '').split(':').map(placeOf);
          if (from != null && to != null && merged.length < MOST_MERGED) merged.push({ from, to });
        }
      },
      close(tag) {
        if (tag === 'v' || tag === 't') isValue = false;
        if (tag === 'rPh') isReading = false;
        if (tag === 'row' && cells.size > 0) rows.push({ number: row, cells });
        if (tag !== 'c' || cell === null) return;
        const read = cellOf(cell, facts);
        if (read !== null) {
          left.cells -= 1;
          // A string that many cells share costs in each of them what it is long.
          if (cell.type === 's') left.characters -= read.words.length;
          const isTooMuch = left.cells < 0 || left.characters < 0 || read.words.length > LONGEST_CELL;
          if (isTooMuch) throw new RefusedFile('XL5');
          cells.set(cell.column, read);
        }
        cell = null;
      },
      text(characters) {
        if (cell === null || !isValue) return;
        cell.value += characters;
        left.characters -= characters.length;
        if (left.characters < 0 || cell.value.length > LONGEST_CELL) throw new RefusedFile('XL5');
      },
    },
    left,
    limits,
  );
  return { name, rows, merged };
}

/** What stands in the cell; null where nothing does. */
function cellOf({ type, value, look, hasFormula }: OpenCell, facts: SheetFacts): ReadCell | null {
  const read = contentOf(type, value, look, facts);
  if (hasFormula) return { kind: 'formula', words: read?.words ?? '' };
  return read === null || read.words.trim() === '' ? null : read;
}

function contentOf(type: string, value: string, look: NumberLook, facts: SheetFacts): ReadCell | null {
  if (value === '') return null;
  switch (type) {
    case 's':
      return { kind: 'text', words: facts.strings[wholeOr(value, -1)] ?? '' };
    case 'str':
    case 'inlineStr':
      return { kind: 'text', words: unescaped(value) };
    case 'b':
      return { kind: 'yesNo', words: value === '1' ? 'yes' : 'no' };
    case 'e':
      return { kind: 'error', words: value.slice(0, 20) };
    case 'd':
      return { kind: 'date', words: value.slice(0, 10) };
    default:
      return numberOf(value, look, facts);
  }
}

function numberOf(value: string, look: NumberLook, { isFrom1904 }: SheetFacts): ReadCell {
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: 'error', words: value.slice(0, 20) };
  if (look === 'date') {
    const day = dayOfSerial(number, isFrom1904);
    if (day !== null) return { kind: 'date', words: day };
  }
  if (look === 'percent') return { kind: 'number', words: `${plainNumber(asDecimal(number * 100))}%` };
  return { kind: 'number', words: plainNumber(asDecimal(number)) };
}

function wholeOr(value: string, fallback: number): number {
  return /^\d{1,7}$/.test(value) ? Number(value) : fallback;
}
