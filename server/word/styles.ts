import type { ClauseBlock } from '../../domain/text/nodes';

/**
 * How a text of Mufakat is told in Word's own terms: what the writer writes and the reader looks for, so that an
 * export comes back as the text it was. Kinds of clauses are paragraph styles, ids are bookmarks, each list is a
 * numbering instance of its own (`w:num`) whose level is the depth of the list, counted from 0.
 */
export interface ClauseStyle {
  /** `w:styleId`. */
  readonly id: string;
  /** `w:name`, what Word shows; Word's own names where it has the style itself. */
  readonly name: string;
  readonly kind: ClauseBlock;
  readonly level: number;
}

export const CLAUSE_STYLES: readonly ClauseStyle[] = [
  { id: 'Title', name: 'Title', kind: 'title', level: 1 },
  { id: 'MufakatChapeau', name: 'Mufakat Chapeau', kind: 'chapeau', level: 1 },
  { id: 'MufakatPreambular', name: 'Mufakat Preambular', kind: 'preambular', level: 1 },
  { id: 'MufakatOperative1', name: 'Mufakat Operative 1', kind: 'operative', level: 1 },
  { id: 'MufakatOperative2', name: 'Mufakat Operative 2', kind: 'operative', level: 2 },
  { id: 'MufakatOperative3', name: 'Mufakat Operative 3', kind: 'operative', level: 3 },
  { id: 'MufakatClosing', name: 'Mufakat Closing', kind: 'closing', level: 1 },
  { id: 'MufakatAnnex', name: 'Mufakat Annex', kind: 'annex', level: 1 },
  { id: 'Heading1', name: 'heading 1', kind: 'heading', level: 1 },
  { id: 'Heading2', name: 'heading 2', kind: 'heading', level: 2 },
  { id: 'Heading3', name: 'heading 3', kind: 'heading', level: 3 },
  { id: 'BodyText', name: 'Body Text', kind: 'paragraph', level: 1 },
];

/** The first paragraph of a list item, with `w:numPr`. */
export const LIST_ITEM_STYLE = { id: 'ListParagraph', name: 'List Paragraph' } as const;

/** A further paragraph of a list item at `depth` (1–9, as `clausesOf` counts); it has no number of its own. */
export function listContinueStyle(depth: number): { readonly id: string; readonly name: string } {
  return { id: `MufakatListContinue${depth}`, name: `Mufakat List Continue ${depth}` };
}
export const DEEPEST_LIST = 9;

/** Paragraphs of cells. A cell whose paragraphs are all of the heading style is a header cell, in whatever row. */
export const CELL_STYLE = { id: 'MufakatTableText', name: 'Mufakat Table Text' } as const;
export const HEADER_CELL_STYLE = { id: 'MufakatTableHeading', name: 'Mufakat Table Heading' } as const;
/** The ground of a header cell: one that holds a list alone has no paragraph of either style. */
export const HEADER_CELL_FILL = 'EEF0F3';

/**
 * An empty paragraph that Word needs and the text has not: after a table that ends a text, between two tables, and
 * after a last paragraph whose mark is a tracked change. Readers drop it where it is empty.
 */
export const FILLER_STYLE = { id: 'MufakatFiller', name: 'Mufakat Filler' } as const;
/** How a text was adopted, on a page of its own after its last word: no part of the text, and readers leave it out. */
export const RECORD_TITLE_STYLE = { id: 'MufakatRecordTitle', name: 'Mufakat Record Title' } as const;
export const RECORD_STYLE = { id: 'MufakatRecord', name: 'Mufakat Record' } as const;

export const FOOTNOTE_TEXT_STYLE = { id: 'FootnoteText', name: 'footnote text' } as const;
export const FOOTNOTE_REFERENCE_STYLE = { id: 'FootnoteReference', name: 'footnote reference' } as const;
export const HYPERLINK_STYLE = { id: 'Hyperlink', name: 'Hyperlink' } as const;

export function clauseStyle(kind: string, level: number): ClauseStyle | undefined {
  return CLAUSE_STYLES.find((style) => style.kind === kind && style.level === level);
}

/** A text tells widths of columns in pixels, Word in twentieths of a point. */
export const TWIPS_OF_PIXEL = 15;
/** Width of the words between the margins of a page, in twentieths of a point. */
export const TEXT_WIDTH = 9070;

export type BookmarkOwner = 'clause' | 'row' | 'table';
const BOOKMARK_PREFIX: Readonly<Record<BookmarkOwner, string>> = { clause: '_m', row: '_mr', table: '_mt' };
/** Word takes names of at most forty letters, digits and low lines, and does not tell large from small letters. */
const BOOKMARK_ID = /^c_[a-z0-9_]{1,34}$/;

/**
 * The bookmark at the start of a clause's first paragraph that carries its id: `_mc_k3…` (the low line hides it
 * from Word's list of bookmarks). Ids of a table and of its rows stand in the first paragraph of their first cell.
 * Null for an id that Word could not carry.
 */
export function bookmarkName(owner: BookmarkOwner, id: string): string | null {
  return BOOKMARK_ID.test(id) ? `${BOOKMARK_PREFIX[owner]}${id}` : null;
}

export function readBookmarkName(
  name: string,
): { readonly owner: BookmarkOwner; readonly id: string } | null {
  const match = /^_m([rt]?)(c_[a-z0-9_]{1,34})$/.exec(name);
  if (match === null) return null;
  return { owner: match[1] === 'r' ? 'row' : match[1] === 't' ? 'table' : 'clause', id: match[2] ?? '' };
}

/** `w:lang` of a passage: which of its attributes, and the tag. Complex scripts take `bidi`, East Asian ones `eastAsia`. */
export interface WordLanguage {
  readonly attribute: 'val' | 'eastAsia' | 'bidi';
  readonly tag: string;
}

export const WORD_LANGUAGES: Readonly<Record<string, WordLanguage>> = {
  en: { attribute: 'val', tag: 'en-GB' },
  th: { attribute: 'bidi', tag: 'th-TH' },
  lo: { attribute: 'bidi', tag: 'lo-LA' },
  km: { attribute: 'bidi', tag: 'km-KH' },
  my: { attribute: 'bidi', tag: 'my-MM' },
  vi: { attribute: 'val', tag: 'vi-VN' },
  id: { attribute: 'val', tag: 'id-ID' },
  ms: { attribute: 'val', tag: 'ms-MY' },
  fil: { attribute: 'val', tag: 'fil-PH' },
  pt: { attribute: 'val', tag: 'pt-TL' },
  tet: { attribute: 'val', tag: 'tet-TL' },
  ta: { attribute: 'bidi', tag: 'ta-SG' },
  zh: { attribute: 'eastAsia', tag: 'zh-SG' },
  ja: { attribute: 'eastAsia', tag: 'ja-JP' },
  ko: { attribute: 'eastAsia', tag: 'ko-KR' },
  fr: { attribute: 'val', tag: 'fr-FR' },
};

/** The signs of ordered lists (`type` of the list) as Word's number formats; a list without one counts 1, 2, 3. */
export const LIST_FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
