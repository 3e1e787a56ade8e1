import type { PaperRecord } from '../../messages/paper-record';

/**
 * What the template typesets: pure data, in the order of the page. Every string is shown letter by letter; none of
 * it is ever read as Typst code (see template.ts).
 */
export interface Sheet {
  readonly title: string;
  /** Language of the text (BCP 47, two or three letters), for screen readers and line breaking. */
  readonly language: string;
  /** The date the file says it was made on, e.g. [2026, 11, 26]: the text's own, so that equal papers are equal bytes. */
  readonly date: readonly [year: number, month: number, day: number];
  /** Thai running text stands in the Thai face throughout, other text in the serif. */
  readonly isThai: boolean;
  readonly justify: boolean;
  readonly lineNumbers: 'none' | 'page' | 'continuous';
  /** A wide right margin, where names stand beside changes. */
  readonly hasMarginNotes: boolean;
  readonly masthead: readonly Line[];
  readonly header: { readonly left: string; readonly right: string };
  /** Lines at the foot of every page, above them a rule. */
  readonly footer: readonly string[];
  /** What stands around the page number and the count: "Page ", " of ", "". */
  readonly pageOf: readonly [before: string, between: string, after: string];
  /** What changed and what the signs mean; null on a clean text. */
  readonly key: RedlineKey | null;
  readonly blocks: readonly Block[];
  /** How the text was adopted, after its last word; null while it is not. */
  readonly record: PaperRecord | null;
}

export interface Line {
  readonly left: string;
  readonly right: string;
  readonly strong?: true;
}

export interface RedlineKey {
  readonly title: string;
  readonly facts: readonly (readonly [term: string, value: string])[];
  /** Samples of the signs, each in its own form. */
  readonly signs: readonly Run[];
}

/** A run of words, a line break, or a footnote at its place. Left out is false. */
export type Run = Words | { readonly br: 1 } | { readonly note: readonly Run[]; readonly c?: ChangeSign };

/** `ins` underlined, `del` struck, `fmt` other form, `hid` characters that nobody sees. */
export type ChangeSign = 'ins' | 'del' | 'fmt' | 'hid';

export interface Words {
  readonly s: string;
  readonly b?: 1;
  readonly i?: 1;
  readonly u?: 1;
  /** In Thai script: the words again in pieces, every second of them kept on one line. */
  readonly th?: readonly string[];
  readonly lang?: string;
  readonly href?: string;
  readonly c?: ChangeSign;
}

/** What a redline says about a block: the bar at its edge, tags above it, notes below it, names beside it. */
export interface Marking {
  readonly bar?: 'change' | 'move';
  readonly tag?: string;
  readonly notes?: readonly string[];
  readonly by?: string;
}

export type Block = ParagraphBlock | ListBlock | TableBlock;

export interface ParagraphBlock extends Marking {
  readonly t: 'p';
  readonly kind: string;
  /** Of operative paragraphs and headings, from 1. */
  readonly level: number;
  /** Printed before the words, as numbering.ts derived it; "" for none. */
  readonly label: string;
  /** Of a redline: the label that it was, struck. */
  readonly was?: string;
  /** Place in the outline of the file, from 1, no level skipped; 0 for running text. */
  readonly outline: number;
  readonly runs: readonly Run[];
}

export interface ListBlock {
  readonly t: 'l';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly marker: string;
  readonly blocks: readonly Block[];
}

export interface TableBlock {
  readonly t: 't';
  /** Widths of the columns as shares. */
  readonly columns: readonly number[];
  readonly rows: number;
  /** Rows at the top that are repeated on every page. */
  readonly header: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly head?: 1;
  readonly c?: 'ins' | 'del';
  /** A cell that speaks about its row and is no part of the text. */
  readonly aside?: 1;
  readonly blocks: readonly Block[];
}
