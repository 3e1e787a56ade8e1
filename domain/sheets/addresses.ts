/** The letters of a column as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** `D17`: column 3 (counted from 0) of row 17 (counted from 1). */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

export interface CellPlace {
  /** Counted from 0. */
  readonly column: number;
  /** Counted from 1. */
  readonly row: number;
}

/** The place of an address such as `D17` or `$D$17`, or null. */
export function placeOf(address: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}
