import type { ListPlace } from './flow';
import type { Styles } from './styles';
import { childOf, childrenOf, valOf, wholeNumber, type XmlElement } from './xml';

/** How one level of a numbering writes its numbers. */
export interface NumberingLevel {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

type LevelPlace = ListPlace & { readonly level: NumberingLevel };

const SIGNS: Readonly<Record<string, string | null>> = {
  decimal: null,
  decimalZero: null,
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};
const DEEPEST = 8;
const LARGEST_START = 9999;

/** The numberings of a file (numbering.xml): what a paragraph's `w:numPr` means. */
export class Numbering {
  private readonly lists = new Map<string, XmlElement>();
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly styles: Styles;
  private readonly places = new Map<string, LevelPlace | null>();

  constructor(root: XmlElement | null, styles: Styles) {
    this.styles = styles;
    for (const list of root === null ? [] : childrenOf(root, 'w:num')) {
      this.lists.set(list.attrs['w:numId'] ?? '', list);
    }
    for (const list of root === null ? [] : childrenOf(root, 'w:abstractNum')) {
      this.abstracts.set(list.attrs['w:abstractNumId'] ?? '', list);
    }
  }

  /** The list that `numPr` puts a paragraph in, or null: number 0 takes it out of any. */
  place(numPr: XmlElement | null): LevelPlace | null {
    const numbering = valOf(numPr ?? undefined, 'w:numId') ?? '0';
    const list = this.lists.get(numbering);
    if (numbering === '0' || list === undefined) return null;
    const depth = Math.min(DEEPEST, Math.max(0, wholeNumber(valOf(numPr ?? undefined, 'w:ilvl'), 0)));
    const key = `${depth} ${numbering}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.work(list, numbering, depth);
    this.places.set(key, place);
    return place;
  }

  private work(list: XmlElement, numbering: string, depth: number): LevelPlace | null {
    const abstract = this.abstractOf(list);
    const override = childrenOf(list, 'w:lvlOverride').find(
      (entry) => wholeNumber(entry.attrs['w:ilvl'], -1) === depth,
    );
    const own = childOf(override, 'w:lvl');
    const shared = childrenOf(abstract, 'w:lvl').find(
      (entry) => wholeNumber(entry.attrs['w:ilvl'], -1) === depth,
    );
    const level = levelOf(own ?? shared);
    if (level.format === 'none') return null;
    const restart = valOf(override, 'w:startOverride');
    return {
      depth,
      numbering,
      isExact: this.styles.isOwn,
      sequence: abstract?.attrs['w:abstractNumId'] ?? numbering,
      isOrdered: level.format !== 'bullet',
      sign: SIGNS[level.format] ?? null,
      start: level.start,
      restart: restart === undefined ? null : startOf(restart),
      level,
    };
  }

  /** A list may be described by the numbering of a style instead of by itself. */
  private abstractOf(list: XmlElement): XmlElement | undefined {
    const abstract = this.abstracts.get(valOf(list, 'w:abstractNumId') ?? '');
    const style = valOf(abstract, 'w:numStyleLink');
    if (style === undefined) return abstract;
    const numPr = this.styles.sense(style).numbering;
    const linked = this.lists.get(valOf(numPr ?? undefined, 'w:numId') ?? '');
    return this.abstracts.get(valOf(linked, 'w:abstractNumId') ?? '') ?? abstract;
  }
}

/** Whether a text can count in this way; Thai letters and the like it cannot. */
export function isKnownFormat(format: string): boolean {
  return format === 'bullet' || Object.hasOwn(SIGNS, format);
}

function levelOf(level: XmlElement | undefined): NumberingLevel {
  return {
    format: valOf(level, 'w:numFmt') ?? 'decimal',
    text: valOf(level, 'w:lvlText') ?? '',
    start: startOf(valOf(level, 'w:start')),
  };
}

function startOf(value: string | undefined): number {
  return Math.min(LARGEST_START, Math.max(0, wholeNumber(value, 1)));
}
