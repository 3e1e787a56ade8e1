import type { SheetLimits } from './limits';
import { type Allowance, walkXml } from './walk-xml';

/** How a number is shown, as far as it changes what it says. */
export type NumberLook = 'plain' | 'date' | 'percent';

/** Formats that every program knows by their number. */
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const PERCENTS = new Set([9, 10]);

/** What each style of cells makes of a number, by the number of the style. */
export function numberLooks(bytes: Uint8Array, left: Allowance, limits: SheetLimits): NumberLook[] {
  const own = new Map<number, NumberLook>();
  const looks: NumberLook[] = [];
  let isOfCells = false;
  walkXml(
    bytes,
    {
      open(name, { numFmtId = '0', formatCode = '' }) {
        if (name === 'numFmt') own.set(Number(numFmtId), lookOf(formatCode));
        if (name === 'cellXfs') isOfCells = true;
        if (name === 'xf' && isOfCells) {
          const id = Number(numFmtId);
          looks.push(own.get(id) ?? (DATES.has(id) ? 'date' : PERCENTS.has(id) ? 'percent' : 'plain'));
        }
      },
      close(name) {
        if (name === 'cellXfs') isOfCells = false;
      },
    },
    left,
    limits,
  );
  return looks;
}

/** Of a format such as `d mmm yyyy`: letters of days and years outside quotes, brackets and escapes make it a date. */
function lookOf(code: string): NumberLook {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  if (/[dyb]|mmm/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

const DAY_MS = 86_400_000;
const FIRST_1900 = Date.UTC(1899, 11, 30);
const FIRST_1904 = Date.UTC(1904, 0, 1);
/** The 31st of December 9999. */
const LAST_DAY = 2_958_465;

/** The day that a count of days says, YYYY-MM-DD; null where no calendar has it. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_DAY) return null;
  const first = isFrom1904 ? FIRST_1904 : FIRST_1900;
  return new Date(first + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}
