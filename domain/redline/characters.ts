/** What a character is to the tokeniser. `dictionary` scripts write words without spaces between them. */
export const NONE = 0;
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const MARK = 4;
export const PUNCTUATION = 5;
export const DICTIONARY = 6;
export const BREAK = 7;
export const PAIR = 8;

const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const classes = new Uint8Array(0x10000);

/** The class of a UTF-16 unit; computed once for each. Halves of surrogate pairs are `PAIR`. */
export function classOf(unit: number): number {
  const known = classes[unit];
  if (known !== undefined && known !== NONE) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

function classify(unit: number): number {
  if (unit === 0x0a) return BREAK;
  if (unit >= 0xd800 && unit <= 0xdfff) return PAIR;
  const character = String.fromCharCode(unit);
  if (/\s/u.test(character)) return SPACE;
  if (UNSPACED.test(character)) return DICTIONARY;
  if (/\p{M}|\u200C|\u200D/u.test(character)) return MARK;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{L}|_/u.test(character)) return LETTER;
  return PUNCTUATION;
}

/** Whether `unit` may stand inside a word, given what stands on both sides of it: "co-operation", "1,500", "2021–2025". */
export function joinsWord(unit: number, before: number, after: number): boolean {
  const wordBefore = before === LETTER || before === DIGIT;
  const wordAfter = after === LETTER || after === DIGIT;
  if (!wordBefore || !wordAfter) return false;
  switch (unit) {
    case 0x2d: // -
    case 0x2011: // no-break hyphen
    case 0x27: // '
    case 0x2019: // ’
    case 0x2f: // /
    case 0x26: // &
      return true;
    case 0x2e: // .
    case 0x2c: // ,
    case 0x3a: // :
    case 0x2013: // –
      return before === DIGIT && after === DIGIT;
    default:
      return false;
  }
}

/** An emoji with everything that belongs to it: skin tones, joined people, flags, keycaps. */
export const EMOJI =
  /\p{RI}\p{RI}|\p{Extended_Pictographic}[\uFE0F\u20E3\p{EMod}\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{EMod}]*)*/uy;

/** A vowel that is written before its consonant (Thai, Lao): a word never ends on it. */
export function leansForward(unit: number): boolean {
  return (unit >= 0x0e40 && unit <= 0x0e44) || (unit >= 0x0ec0 && unit <= 0x0ec4) || isStacker(unit);
}

/** The signs that stack the next consonant below this one (Khmer coeng, Burmese virama). */
function isStacker(unit: number): boolean {
  return unit === 0x17d2 || unit === 0x1039;
}

const DEPENDENT = /[\p{M}\u0E30\u0E32\u0E33\u0E45\u0E46\u0E2F\u0EB0\u0EB2\u0EB3\u0EC6]/u;

/** A sign that needs the letter before it: a word never begins with it. */
export function leansBack(unit: number): boolean {
  return DEPENDENT.test(String.fromCharCode(unit));
}
