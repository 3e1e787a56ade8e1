import { z } from 'zod';

/** Characters that turn the direction of writing or cannot be seen: they have no place in names and titles. */
const UNSEEN = /[\p{Bidi_Control}\u200b\u2060-\u2064\ufeff]/gu;

/** A line of text as people type it: composed (NFC), without unseen characters, one space at a time. */
export function cleanLine(value: string): string {
  return value
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** A name or title that must be there. */
export function nameText(longest: number) {
  return z.string().transform(cleanLine).pipe(z.string().min(1).max(longest));
}

/** A line that may stay empty. */
export function optionalText(longest: number) {
  return z.string().default('').transform(cleanLine).pipe(z.string().max(longest));
}
