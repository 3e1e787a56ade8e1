import type { ClauseBlock } from '../../../domain/text/nodes';
import type { FlowGrid } from './column-widths';

/**
 * A file between its markup and a text: everything that may stand, each with the tracked changes it depends on.
 * Which text it is follows only when somebody says which changes are taken (`compose.ts`).
 */
export type FlowBlock = FlowParagraph | FlowTable;

/** Stands only if every change named is taken, or left, as it says. */
export type Condition = readonly { readonly change: number; readonly when: 'taken' | 'left' }[];

export interface FlowParagraph {
  readonly kind: 'paragraph';
  readonly look: Look;
  /** How it looks while a change of its format is left. */
  readonly oldLook: { readonly change: number; readonly look: Look } | null;
  readonly pieces: readonly Piece[];
  /** Whether the paragraph ends here; where it does not, the next one goes on. */
  readonly mark: Condition;
}

/** What a paragraph is. `depth` of a list counts from 0; `continues`: it belongs to the list item before it. */
export interface Look {
  readonly block: ClauseBlock;
  readonly level: number;
  readonly list: ListPlace | null;
  readonly continues: number | null;
  readonly align: string | null;
  readonly isFiller: boolean;
  readonly isRecord: boolean;
  /** Whether the cell around it is a header; null where only the row says so. */
  readonly isHeaderCell: boolean | null;
  readonly id: string | null;
}

export interface ListPlace {
  readonly depth: number;
  /** Which list of the file: neighbours of one number are of one list. */
  readonly numbering: string;
  /** Neighbours of two numbers are two lists; other programs give one list many numbers. */
  readonly isExact: boolean;
  /** Lists that count on together. */
  readonly sequence: string;
  readonly isOrdered: boolean;
  readonly sign: string | null;
  readonly start: number;
  /** Where this list begins to count anew, or null. */
  readonly restart: number | null;
}

export interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly link: string | null;
  readonly language: string | null;
}

export const NO_MARKS: Marks = { bold: false, italic: false, underline: false, link: null, language: null };

export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: Marks;
      readonly oldMarks: { readonly change: number; readonly marks: Marks } | null;
      readonly when: Condition;
    }
  | { readonly kind: 'break'; readonly when: Condition }
  | {
      readonly kind: 'footnote';
      readonly words: readonly NoteWords[];
      /** White space at its ends is its own. */
      readonly isExact: boolean;
      readonly when: Condition;
    }
  | { readonly kind: 'comment'; readonly id: string; readonly edge: 'start' | 'end' };

export interface NoteWords {
  readonly text: string;
  readonly when: Condition;
}

const joinedNotes = new WeakMap<readonly NoteWords[], string>();

/** All words of a note, put together once however often it is pointed to. */
export function noteText(words: readonly NoteWords[]): string {
  const known = joinedNotes.get(words);
  if (known !== undefined) return known;
  const text = words.map((part) => part.text).join('');
  joinedNotes.set(words, text);
  return text;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: readonly FlowRow[];
  /** Null where the file says nothing of the widths of columns that a text would keep. */
  readonly grid: FlowGrid | null;
  readonly id: string | null;
}

export interface FlowRow {
  readonly when: Condition;
  readonly isHeader: boolean;
  readonly cells: readonly FlowCell[];
  readonly id: string | null;
}

export interface FlowCell {
  /** Words of a cell that goes on with the one above. */
  readonly covered: string;
  readonly when: Condition;
  readonly columns: number;
  readonly look: CellLook;
  /** While a change of its form is left. */
  readonly oldLook: { readonly change: number; readonly look: CellLook } | null;
  /** `continues`: the cell above reaches down into this row. */
  readonly rows: 'one' | 'begins' | 'continues';
  readonly blocks: readonly FlowBlock[];
}

export interface CellLook {
  /** In twentieths of a point, where the file states one. */
  readonly width: number | null;
  /** Of our own exports: whether it has the ground of a header cell; null where that says nothing. */
  readonly isHeader: boolean | null;
}

/** Whether what depends on `condition` stands when the changes in `taken` are. */
export function stands(condition: Condition, taken: (change: number) => boolean): boolean {
  return condition.every(({ change, when }) => taken(change) === (when === 'taken'));
}

/** How a paragraph looks when the changes in `taken` are. */
export function lookWith({ look, oldLook }: FlowParagraph, taken: (change: number) => boolean): Look {
  return oldLook !== null && !taken(oldLook.change) ? oldLook.look : look;
}
