import { accept, type Outcome, refuse } from '../refusal';
import { type Entry, LONGEST_WORDS, NOT_REPORTED } from './entries';
import { type Indicator, isPossible } from './indicators';

type Sheet = Pick<Indicator, 'type' | 'scale'>;

/** The words that stand for the answers without a value, in a cell or a field. The first is the one we write. */
export const KIND_WORDS = {
  notAvailable: ['not available', 'ไม่มีข้อมูล'],
  notApplicable: ['not applicable', 'ไม่เกี่ยวข้อง'],
} as const;

const YES = ['yes', 'y', 'true', '1', 'ใช่', 'มี'];
const NO = ['no', 'n', 'false', '0', 'ไม่ใช่', 'ไม่มี', 'ไม่'];
/** Could mean either of two answers, or none. */
const AMBIGUOUS = ['n/a', 'na', 'n.a.', '-', '–', '—', '?', 'nil'];

/**
 * What somebody typed or a cell holds, as an answer of this type. Nothing typed is nothing reported. The one reader of
 * figures: forms and files ask it (MO20–MO25).
 */
export function parseEntry(sheet: Sheet, typed: string): Outcome<Entry> {
  const words = typed.normalize('NFC').trim();
  if (words === '') return accept(NOT_REPORTED);
  const plain = words.toLowerCase().replace(/\s+/g, ' ');
  for (const kind of ['notAvailable', 'notApplicable'] as const) {
    if (KIND_WORDS[kind].some((known) => known === plain)) return accept({ kind, value: null, words: '' });
  }
  if (AMBIGUOUS.includes(plain)) return refuse('MO25', { typed: words });
  return parseValue(sheet, words);
}

/** A value as typed. */
export function parseValue(sheet: Sheet, typed: string): Outcome<Entry> {
  const words = typed.normalize('NFC').trim();
  switch (sheet.type) {
    case 'text':
      return words === '' || words.length > LONGEST_WORDS
        ? refuse('MO24', { most: LONGEST_WORDS })
        : accept({ kind: 'value', value: null, words });
    case 'yesNo': {
      const plain = words.toLowerCase();
      if (YES.includes(plain)) return value(1);
      return NO.includes(plain) ? value(0) : refuse('MO22', { typed: shown(words) });
    }
    case 'scale': {
      const step = sheet.scale.findIndex((label) => label.toLowerCase() === words.toLowerCase());
      const number = step >= 0 ? step + 1 : readNumber(words);
      return number !== null && isPossible(sheet, number)
        ? value(number)
        : refuse('MO23', { typed: shown(words), steps: sheet.scale.join(', ') });
    }
    case 'percent': {
      const number = readNumber(words.replace(/\s*[%％]$/, ''));
      return number !== null && isPossible(sheet, number)
        ? value(number)
        : refuse('MO21', { typed: shown(words) });
    }
    case 'number': {
      const number = readNumber(words);
      return number !== null && isPossible(sheet, number)
        ? value(number)
        : refuse('MO20', { typed: shown(words) });
    }
    default:
      return sheet.type satisfies never;
  }
}

/** A value as a field holds it again: what `parseValue` reads back as the same. */
export function typedValue(sheet: Sheet, entry: Entry): string {
  if (entry.kind !== 'value') return '';
  if (sheet.type === 'text') return entry.words;
  if (sheet.type === 'yesNo') return entry.value === 1 ? 'yes' : 'no';
  if (sheet.type === 'scale') return sheet.scale[(entry.value ?? 0) - 1] ?? '';
  return entry.value === null ? '' : plainNumber(entry.value);
}

function value(number: number): Outcome<Entry> {
  return accept({ kind: 'value', value: number === 0 ? 0 : number, words: '' });
}

/** Digits without an exponent, as people write them. */
export function plainNumber(number: number): string {
  const plain = String(number);
  return /e/i.test(plain) ? number.toFixed(15).replace(/\.?0+$/, '') : plain;
}

const SIGNIFICANT = 15;

/**
 * A number as people write it: 12980, 12,980, 12 980, −3.5, ๑๒,๙๘๐. A comma stands before three digits or nowhere:
 * whether 12,5 is twelve and a half or a slip nobody can know. Null where it is none.
 */
export function readNumber(words: string): number | null {
  const western = words
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/[\u00a0\u2009\u202f]/g, ' ');
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+)(\.\d+)?$/.test(western)) return null;
  const plain = western.replace(/[, ]/g, '');
  const digits = plain.replace(/[+.-]/g, '').replace(/^0+/, '');
  // More digits than a number here can hold would be reported as another number than was typed.
  return digits.length > SIGNIFICANT ? null : Number(plain);
}

function shown(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
