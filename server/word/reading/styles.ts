import type { ClauseBlock } from '../../../domain/text/nodes';
import { CELL_STYLE, FILLER_STYLE, HEADER_CELL_STYLE, RECORD_STYLE, RECORD_TITLE_STYLE } from '../styles';
import { childOf, childrenOf, switchOf, valOf, wholeNumber, type XmlElement } from './xml';

/** What a style says of a paragraph or run, its ancestors included. */
export interface StyleSense {
  readonly block: ClauseBlock;
  /** Of an operative paragraph or a heading; headings below the third are deeper than a text goes. */
  readonly level: number;
  /** Depth of the list item that it goes on with, or null. */
  readonly continues: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** `w:numPr` of the style or of what it is based on. */
  readonly numbering: XmlElement | null;
  /** Of our own exports: an empty paragraph of this style is Word's need and not the text's. */
  readonly isFiller: boolean;
  /** Of our own exports: it says how the text was adopted, and is no part of it. */
  readonly isRecord: boolean;
  /** Of our own exports: whether the cell around it is a header; null where the style does not say. */
  readonly isHeaderCell: boolean | null;
  /** A character style of links or note signs: its look is of the sign, not of the words. */
  readonly isSign: boolean;
}

const PLAIN: StyleSense = {
  block: 'paragraph',
  level: 1,
  continues: null,
  bold: false,
  italic: false,
  underline: false,
  numbering: null,
  isFiller: false,
  isRecord: false,
  isHeaderCell: null,
  isSign: false,
};
const MOST_ANCESTORS = 20;

/** The styles of a file, known by their names: ours, Word's own in its languages' one English form, and headings by outline. */
export class Styles {
  private readonly byId = new Map<string, XmlElement>();
  private readonly senses = new Map<string, StyleSense>();
  /** Language of words that name none, e.g. `en-GB`; "" where the file says nothing. */
  readonly language: string;
  /** The file is an export of ours, or began as one. */
  readonly isOwn: boolean;

  constructor(root: XmlElement | null) {
    for (const style of root === null ? [] : childrenOf(root, 'w:style')) {
      const id = style.attrs['w:styleId'];
      if (id !== undefined) this.byId.set(id, style);
    }
    this.isOwn = [...this.byId.keys()].some((id) => id.startsWith(OWN));
    const defaults = childOf(childOf(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault');
    this.language = childOf(childOf(defaults, 'w:rPr'), 'w:lang')?.attrs['w:val'] ?? '';
  }

  /** What the style of this id says; plain for none and for unknown ones. */
  sense(id: string | undefined): StyleSense {
    if (id === undefined) return PLAIN;
    const known = this.senses.get(id);
    if (known !== undefined) return known;
    const sense = this.work(id);
    this.senses.set(id, sense);
    return sense;
  }

  private work(id: string): StyleSense {
    let sense: StyleSense = { ...PLAIN, ...namedSense(id) };
    const chain = this.chainOf(id);
    for (const style of [...chain].reverse()) {
      const runs = childOf(style, 'w:rPr');
      const paragraphs = childOf(style, 'w:pPr');
      const outline = valOf(paragraphs, 'w:outlineLvl');
      const named = namedSense(valOf(style, 'w:name') ?? '') ?? namedSense(style.attrs['w:styleId'] ?? '');
      sense = {
        ...sense,
        bold: switchOf(runs, 'w:b') ?? sense.bold,
        italic: switchOf(runs, 'w:i') ?? sense.italic,
        underline: switchOf(runs, 'w:u') ?? sense.underline,
        numbering: childOf(paragraphs, 'w:numPr') ?? sense.numbering,
        ...(outline === undefined || wholeNumber(outline, 9) > 8
          ? {}
          : { block: 'heading', level: wholeNumber(outline, 0) + 1 }),
        ...named,
      };
    }
    return sense;
  }

  private chainOf(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let next: string | undefined = id;
    while (next !== undefined && chain.length < MOST_ANCESTORS) {
      const style = this.byId.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = valOf(style, 'w:basedOn');
    }
    return chain;
  }
}

/** Before the names of the styles that our exports bring along. */
const OWN = 'Mufakat';

const BLOCKS: Readonly<Record<string, ClauseBlock>> = {
  title: 'title',
  chapeau: 'chapeau',
  preambular: 'preambular',
  preambularparagraph: 'preambular',
  closing: 'closing',
  closingformula: 'closing',
  annex: 'annex',
  annextitle: 'annex',
};

const RECORD_STYLES: readonly string[] = [RECORD_TITLE_STYLE, RECORD_STYLE].flatMap(({ id, name }) => [
  id,
  name,
]);

/** What a name alone says, or undefined. */
function namedSense(name: string): Partial<StyleSense> | undefined {
  if (name === FILLER_STYLE.id || name === FILLER_STYLE.name) return { isFiller: true };
  if (RECORD_STYLES.includes(name)) return { isRecord: true };
  if (name === CELL_STYLE.id || name === CELL_STYLE.name) return { isHeaderCell: false };
  if (name === HEADER_CELL_STYLE.id || name === HEADER_CELL_STYLE.name) return { isHeaderCell: true };
  const plain = name
    .replace(OWN, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  const block = Object.hasOwn(BLOCKS, plain) ? BLOCKS[plain] : undefined;
  if (block !== undefined) return { block };
  const numbered = /^(heading|operative|operativeparagraph|listcontinue)([1-9]?)$/.exec(plain);
  if (numbered !== null) {
    const level = wholeNumber(numbered[2] === '' ? undefined : numbered[2], 1);
    if (numbered[1] === 'heading') return { block: 'heading', level };
    if (numbered[1] === 'listcontinue') return { continues: level - 1 };
    return { block: 'operative', level: Math.min(level, 3) };
  }
  if (
    /^(hyperlink|followedhyperlink|internetlink|footnotereference|endnotereference|commentreference)$/.test(
      plain,
    )
  ) {
    return { isSign: true };
  }
  return undefined;
}
