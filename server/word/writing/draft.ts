import type { Segment } from '../../../domain/redline/types';
import type { MarkJson } from '../../../domain/text/document-json';

/**
 * A text, or the redline of two, as Word sees it: paragraphs that end in a mark, and tables of rows. Everything is
 * decided here; `render.ts` only writes it down.
 */
export type Block = Paragraph | Table;

/** What happened to a run of words, a paragraph mark or a row. `kept` stands in both texts. */
export type Fate = 'kept' | 'inserted' | 'deleted' | 'moved-here' | 'moved-away';

/**
 * A fate with who brought it about: an author as the redline names it (undefined where nobody is known). Of what was kept,
 * who gave it another form.
 */
export interface Hand {
  readonly fate: Fate;
  readonly author?: string | undefined;
}

export const KEPT: Hand = { fate: 'kept' };

export interface Paragraph {
  readonly type: 'paragraph';
  readonly look: Look;
  /** How it looked in the old text; only of a kept paragraph. */
  readonly oldLook: Look | null;
  readonly mark: Hand;
  readonly pieces: readonly Piece[];
  /** The clause of the new text that it is a part of (as `clausesOf` counts); null where none, or in a cell. */
  readonly clause: number | null;
  /** Names of bookmarks at its start. */
  readonly bookmarks: readonly string[];
  /** First or last paragraph of a clause that moved: the number of the move, the same at both its ends. */
  readonly moveStart?: number;
  readonly moveEnd?: number;
}

/** A paragraph style, and a place in a numbering (numbering.ts) at a level counted from 0. */
export interface Look {
  readonly style: string;
  readonly numbering: { readonly key: string; readonly level: number } | null;
  /** How the words of a cell are set, where the text says so. */
  readonly align: string | null;
}

export type Piece =
  | (Words & Hand & { readonly type: 'text'; readonly text: string })
  | (Words & Hand & { readonly type: 'note'; readonly pieces: readonly Piece[] })
  | { readonly type: 'comment'; readonly edge: 'start' | 'end'; readonly thread: number };

interface Words {
  readonly marks: readonly MarkJson[];
  /** Marks in the old text where those of a kept run changed. */
  readonly oldMarks?: readonly MarkJson[] | undefined;
}

export interface Table {
  readonly type: 'table';
  readonly columns: number;
  /** How wide the text says its columns are, in pixels; null for those of which it says nothing. */
  readonly widths: readonly (number | null)[];
  /** The same in the old text of a redline. */
  readonly oldWidths: readonly (number | null)[] | null;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly hand: Hand;
  /** The row of the new text that it is, as `clausesOf` counts. */
  readonly clause: number | null;
  readonly isHeader: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Columns it spans. */
  readonly span: number;
  /** `start` of a cell that spans rows, `covered` by one from above. */
  readonly vertical: 'start' | 'covered' | null;
  readonly isHeader: boolean;
  /** As the text states it, in twentieths of a point. */
  readonly width: number | null;
  /** Of a kept cell that looked otherwise in the old text. */
  readonly old?: { readonly width: number | null; readonly isHeader: boolean };
  readonly blocks: readonly Block[];
}

/** A hard break within a paragraph, as a character of its text. */
export const BREAK = '\n';

export function isInNew({ fate }: Hand): boolean {
  return fate !== 'deleted' && fate !== 'moved-away';
}

/** Whose all these words are; undefined where they are of several hands, or of one that is not known. */
export function soleHand(segments: readonly Segment[]): string | undefined {
  const [first] = segments;
  return segments.every(({ author }) => author === first?.author) ? first?.author : undefined;
}
