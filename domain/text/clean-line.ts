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
