/**
 * Characters nobody sees. Two spellings of one visible text match each other; the redline reports the difference
 * as `invisible` and never as wording.
 */

/** What kind of invisible difference a run has; the words on the screen are keyed by it. */
export type InvisibleKind = 'nfc' | 'no-break-space' | 'zero-width-space' | 'sara-am';

const ZERO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;
const FIXED_SPACE = /[\u00A0\u2007\u202F]/g;
/** Nikhahit and sara aa, with a tone mark on either side: what sara am (Thai, Lao) is made of. */
const SPLIT_THAI_AM = /([\u0E48-\u0E4B]?)\u0E4D([\u0E48-\u0E4B]?)\u0E32/g;
const SPLIT_LAO_AM = /([\u0EC8-\u0ECB]?)\u0ECD([\u0EC8-\u0ECB]?)\u0EB2/g;

/** Nothing below U+00A0 is ever rewritten, nor dashes and quotes: most texts in Latin script are their own visible form. */
const MAY_BE_REWRITTEN = /[\u00A0-\u2012\u2015-\u2017\u201A\u201B\u201E-\uFFFF]/;

const GAP = '[\\u200B\\u2060\\uFEFF\\u00AD]*';
const MARKS = '[\\p{M}\\u200B\\u2060\\uFEFF\\u00AD]*';

/**
 * A stretch that may be rewritten as one: a base with its marks (and a sara aa that completes a sara am), or Hangul
 * jamo. Characters without width belong to what stands before them.
 */
const CLUSTER = new RegExp(
  [
    `(?:[\\u1100-\\u11FF]${GAP})+`,
    `.${MARKS}(?:(?<=\\u0E4D(?:${GAP}[\\u0E48-\\u0E4B])?${GAP})\\u0E32${MARKS}|(?<=\\u0ECD(?:${GAP}[\\u0EC8-\\u0ECB])?${GAP})\\u0EB2${MARKS})?`,
  ].join('|'),
  'gsu',
);

/** The form in which texts are matched: NFC, one kind of space, no zero-width characters, sara am in one piece. */
export function visibleForm(text: string): string {
  if (!MAY_BE_REWRITTEN.test(text)) return text;
  return text
    .replace(ZERO_WIDTH, '')
    .replace(FIXED_SPACE, ' ')
    .replace(SPLIT_THAI_AM, '$1$2\u0E33')
    .replace(SPLIT_LAO_AM, '$1$2\u0EB3')
    .normalize('NFC');
}

/** The visible form with, for each of its UTF-16 units and its end, the place in the raw text it comes from. */
export interface VisibleText {
  readonly text: string;
  /** Null where visible and raw text are the same. */
  readonly rawAt: Int32Array | null;
}

export function visibleText(raw: string): VisibleText {
  const whole = visibleForm(raw);
  if (whole === raw) return { text: raw, rawAt: null };
  let text = '';
  const places: number[] = [];
  for (const match of raw.matchAll(CLUSTER)) {
    const seen = visibleForm(match[0]);
    const step = seen === match[0] ? 1 : 0;
    for (let unit = 0; unit < seen.length; unit += 1) places.push(match.index + unit * step);
    text += seen;
  }
  places.push(raw.length);
  // Characters dropped at the front belong to the first visible one.
  if (places.length > 1) places[0] = 0;
  return { text, rawAt: Int32Array.from(places) };
}

/** Names the difference between two raw runs whose visible form is the same. */
export function invisibleKind(oldRaw: string, newRaw: string): InvisibleKind {
  if (oldRaw.replace(ZERO_WIDTH, '') === newRaw.replace(ZERO_WIDTH, '')) return 'zero-width-space';
  if (oldRaw.replace(FIXED_SPACE, ' ') === newRaw.replace(FIXED_SPACE, ' ')) return 'no-break-space';
  if (joinAm(oldRaw) === joinAm(newRaw)) return 'sara-am';
  return 'nfc';
}

function joinAm(text: string): string {
  return text.replace(SPLIT_THAI_AM, '$1$2\u0E33').replace(SPLIT_LAO_AM, '$1$2\u0EB3');
}
