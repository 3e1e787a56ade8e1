/** What a spreadsheet would take for a formula; or reads like such words behind our apostrophe. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** PL31, XL26: words that begin like a formula are words: an apostrophe before them says so to every spreadsheet. */
export function neutralCell(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** The words of a cell without the apostrophe that `neutralCell` put before them. */
export function cellWords(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
