import { isPassageLanguage } from '../../../domain/text/marks';
import { WORD_LANGUAGES } from '../styles';
import { type Marks, NO_MARKS } from './flow';
import type { Reading } from './reading';
import { childOf, switchOf, valOf, type XmlElement } from './xml';

/** Scripts whose language Word names apart from that of Latin words. */
const COMPLEX = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tamil}]/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The marks that run properties give `text`. */
export function marksOf(
  properties: XmlElement | undefined,
  text: string,
  link: string | null,
  reading: Reading,
): Marks {
  if (properties === undefined) return link === null ? NO_MARKS : { ...NO_MARKS, link };
  const style = reading.styles.sense(valOf(properties, 'w:rStyle'));
  return {
    bold: switchOf(properties, 'w:b') ?? style.bold,
    italic: switchOf(properties, 'w:i') ?? style.italic,
    underline: switchOf(properties, 'w:u') ?? (style.underline && !style.isSign && link === null),
    link,
    language: languageOf(properties, text, reading),
  };
}

function languageOf(properties: XmlElement, text: string, reading: Reading): string | null {
  const attrs = childOf(properties, 'w:lang')?.attrs;
  if (attrs === undefined) return null;
  if (reading.styles.isOwn && Object.keys(attrs).length === 1) return ownLanguage(attrs, reading);
  const stated = COMPLEX.test(text)
    ? (attrs['w:bidi'] ?? attrs['w:val'])
    : EAST_ASIAN.test(text)
      ? (attrs['w:eastAsia'] ?? attrs['w:val'])
      : attrs['w:val'];
  const language = (stated ?? '').split(/[-_]/)[0]?.toLowerCase();
  return isPassageLanguage(language) && language !== reading.options.language ? language : null;
}

/** Our own exports name one language, whatever the words are written in. */
function ownLanguage(attrs: Readonly<Record<string, string>>, reading: Reading): string | null {
  const found = Object.entries(WORD_LANGUAGES).find(
    ([language, { attribute, tag }]) =>
      language !== reading.options.language && attrs[`w:${attribute}`] === tag,
  );
  return found?.[0] ?? null;
}

const DULL_COLOURS: ReadonlySet<string> = new Set(['auto', '000000']);

/** Lists what of a run's look is not carried. Fonts and sizes are the house style's and no news. */
export function leaveRunLook(properties: XmlElement | undefined, text: string, reading: Reading): void {
  if (properties === undefined || text.trim() === '') return;
  if (switchOf(properties, 'w:strike') === true || switchOf(properties, 'w:dstrike') === true) {
    reading.leave('strikethrough', text);
  }
  const raised = valOf(properties, 'w:vertAlign');
  if (raised === 'superscript' || raised === 'subscript') reading.leave('superscript', text);
  const colour = valOf(properties, 'w:color');
  const isColoured = colour !== undefined && !DULL_COLOURS.has(colour);
  const highlight = valOf(properties, 'w:highlight');
  const fill = childOf(properties, 'w:shd')?.attrs['w:fill'];
  const isFilled = fill !== undefined && !/^(auto|ffffff)$/i.test(fill);
  if (isColoured || (highlight !== undefined && highlight !== 'none') || isFilled)
    reading.leave('colour', text);
  const isOdd = ['w:caps', 'w:smallCaps', 'w:vanish', 'w:outline', 'w:shadow', 'w:emboss'].some(
    (name) => switchOf(properties, name) === true,
  );
  if (isOdd) reading.leave('style', text);
}
