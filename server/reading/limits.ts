/** Bytes of a file that is still opened. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** Characters of a text, footnotes included: well over a million words of English. */
export const LONGEST_TEXT = 8_000_000;

/** Pieces (elements of HTML, nodes of a text) of a file. A text of 60,000 words has some 10,000. */
export const MOST_PIECES = 300_000;

/** Elements within elements of HTML. Pages of the web stay below 60. */
export const DEEPEST_HTML = 200;

/** A file that goes beyond a limit while it is being read; caught where reading began. */
export class BeyondLimit extends Error {
  override readonly name = 'BeyondLimit';
  readonly rule: 'FI6' | 'FI7';
  readonly maximum: number;

  constructor(rule: 'FI6' | 'FI7', maximum: number) {
    super(`${rule}: more than ${maximum}`);
    this.rule = rule;
    this.maximum = maximum;
  }
}
