import type { ListPlace, Look } from './flow';
import { isKnownFormat, type NumberingLevel } from './numbering';
import type { Reading } from './reading';
import type { StyleSense } from './styles';
import { childOf, valOf, type XmlElement } from './xml';

const DEEPEST_HEADING = 3;
/** The manner in which operative paragraphs are numbered: 1., (a), (i). */
const OPERATIVE_FORMATS = ['decimal', 'lowerLetter', 'lowerRoman'];

/** What a paragraph is, by its style and its numbering. */
export function lookOf(properties: XmlElement | undefined, reading: Reading, inCell: boolean): Look {
  const style = reading.styles.sense(valOf(properties, 'w:pStyle'));
  if (style.isRecord) reading.leave('record');
  const base = {
    align: cellAlignOf(properties, reading),
    id: null,
    continues: style.continues,
    list: null,
    isFiller: style.isFiller,
    isRecord: style.isRecord,
    isHeaderCell: style.isHeaderCell,
  };
  if (style.block === 'heading') {
    leaveLabel(properties, style, reading);
    if (style.level > DEEPEST_HEADING) reading.leave('style');
    return { ...base, block: 'heading', level: Math.min(style.level, DEEPEST_HEADING) };
  }
  if (style.block !== 'paragraph') return { ...base, block: style.block, level: style.level };
  return { ...base, block: 'paragraph', level: 1, ...numberedLook(properties, style, reading, inCell) };
}

function numberedLook(
  properties: XmlElement | undefined,
  style: StyleSense,
  reading: Reading,
  inCell: boolean,
): Partial<Look> {
  const place = reading.numbering.place(childOf(properties, 'w:numPr') ?? style.numbering);
  if (place === null) return {};
  const { level, ...list } = place;
  // A bullet that is not to be seen: the paragraph goes on with the item before it.
  if (!list.isOrdered && level.text.trim() === '') return { continues: list.depth };
  const mayBeOperative = !inCell && !reading.styles.isOwn && reading.options.houseStyle === 'declaration';
  leaveLabel(properties, style, reading);
  if (mayBeOperative && isOperative(list, level)) {
    return { block: 'operative', level: list.depth + 1 };
  }
  if (!isKnownFormat(level.format)) reading.leave('listNumbering');
  return { list };
}

/** Words that Word writes before each number ("Article 1") stand in no paragraph: the text has no place for them. */
function leaveLabel(properties: XmlElement | undefined, style: StyleSense, reading: Reading): void {
  if (reading.styles.isOwn) return;
  const place = reading.numbering.place(childOf(properties, 'w:numPr') ?? style.numbering);
  // The letters of a bullet are signs of a font.
  const label = place?.isOrdered === true ? place.level.text : '';
  if (/\p{L}/u.test(label.replace(/%\d/g, ''))) reading.leave('listNumbering', label.replace(/%\d/g, '1'));
}

function isOperative(list: ListPlace, level: NumberingLevel): boolean {
  return OPERATIVE_FORMATS[list.depth] === level.format;
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  left: 'left',
  start: 'left',
};

function alignOf(properties: XmlElement | undefined): string | null {
  return ALIGNMENTS[valOf(properties, 'w:jc') ?? ''] ?? null;
}

/** Word and others state for most cells how they are set anyway; only our own exports mean it. */
function cellAlignOf(properties: XmlElement | undefined, reading: Reading): string | null {
  const align = alignOf(properties);
  if (align === 'left') return reading.meansLeft ? align : null;
  return reading.styles.isOwn || align !== 'justify' ? align : null;
}

/** Running text that a file sets in the middle or to the right by hand. */
export function leaveAlignment(
  properties: XmlElement | undefined,
  look: Look,
  words: string,
  reading: Reading,
): void {
  if (words.trim() === '' || look.block === 'title' || look.block === 'annex') return;
  const align = alignOf(properties);
  if (align === 'center' || align === 'right') reading.leave('alignment', words);
}
