import type { MarkJson } from '../text/document-json';

/**
 * The redline: one list that says how one text became another. The compare page, counts, restore, and later
 * Word and PDF read it; nothing in the product compares texts in another way.
 *
 * `rows` is the whole text in the reading order of the new one, deletions at the place they were; `changes`
 * is the same differences as a flat, countable list whose `row` points back into `rows`.
 */
export interface Redline {
  readonly algorithm: string;
  readonly oldHash: string;
  readonly newHash: string;
  readonly rows: readonly RedlineRow[];
  readonly changes: readonly Change[];
  readonly summary: RedlineSummary;
  /**
   * The delegation that alone wrote between the two texts, set by whoever knows it: what bears no author (a move, a split,
   * a change of form) is its own, too.
   */
  readonly sole?: string;
}

/** Where a clause stands in its own text. `path` as in `Clause`; `index` counts clauses of that text from 0. */
export interface ClauseRef {
  readonly id: string | null;
  readonly kind: string;
  readonly level: number;
  readonly path: readonly number[];
  readonly index: number;
  /** Margin label and citation under the house style, "" where none. */
  readonly label: string;
  readonly citation: string;
}

/**
 * One clause (or table row) of the comparison. `kept` is the same clause in both texts (its segments may differ),
 * `moved` stands at its new place (and may be edited too), `moved-away` marks its old place and repeats no words
 * as deleted. `split`: this new clause was cut out of `old`; `merged`: `old` was joined into `new`.
 *
 * Words stand in exactly one row. A clause that was split has one row for each of its parts, all with the same
 * `old`: together their segments are the old clause, each alone is one new clause. A merged clause likewise has
 * one row for each clause that went into it, all with the same `new`.
 */
export interface RedlineRow {
  readonly status: 'kept' | 'inserted' | 'deleted' | 'moved' | 'moved-away' | 'split' | 'merged';
  readonly old: ClauseRef | null;
  readonly new: ClauseRef | null;
  /** For `moved` and `moved-away`: the index in `rows` of the other end. */
  readonly counterpart?: number;
  /** Words of a running clause; empty for table rows. */
  readonly segments: readonly Segment[];
  /** For table rows, the cells in the column order of the new table (deleted columns at their old place). */
  readonly cells?: readonly CellRow[];
  /** Changes of structure on this clause: kind, level, list, header row … */
  readonly structure: readonly StructureChange[];
  readonly changed: boolean;
}

export interface CellRow {
  readonly status: 'kept' | 'inserted' | 'deleted';
  readonly header: boolean;
  readonly segments: readonly Segment[];
}

/**
 * A run of text that shares one fate. `delete` text exists only in the old text, `insert` only in the new.
 * An `equal` run with `oldMarks` was reformatted; `invisible` flags runs that differ only in characters nobody
 * sees, by their kind (`nfc`, `no-break-space`, `zero-width-space`, `sara-am`), with the old spelling in `oldText`.
 * `author` (ISO country code) is who inserted, deleted or reformatted
 * the run, set by whoever knows it. A footnote is a run of segments with `footnote: true`
 * and one number in `note`, whose texts are the footnote's words; a hard break is "\n".
 */
export interface Segment {
  readonly op: 'equal' | 'insert' | 'delete';
  readonly text: string;
  readonly marks: readonly MarkJson[];
  readonly oldMarks?: readonly MarkJson[];
  readonly invisible?: string;
  /** The old text of a run flagged `invisible`. */
  readonly oldText?: string;
  readonly footnote?: boolean;
  /** Which footnote of the row or cell this is a part of, from 0 in the order of the row. */
  readonly note?: number;
  readonly author?: string;
  /** Id of the change this run belongs to; absent on untouched text. */
  readonly change?: string;
}

export interface StructureChange {
  readonly what: 'kind' | 'level' | 'list' | 'numbering' | 'header' | 'columns' | 'attribute';
  readonly from: string;
  readonly to: string;
  /** Id of the change that reports it. */
  readonly change?: string;
}

/** `wording` covers insertions, deletions and replacements inside a clause; the rest say themselves. */
export interface Change {
  readonly id: string;
  readonly kind:
    | 'wording'
    | 'clause-inserted'
    | 'clause-deleted'
    | 'moved'
    | 'split'
    | 'merged'
    | 'formatting'
    | 'structure'
    | 'invisible';
  readonly row: number;
  readonly oldText: string;
  readonly newText: string;
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
  /** Who made what no words tell (a move, a split, a form), set by whoever knows it; words have authors of their own. */
  readonly author?: string;
}

export interface RedlineSummary {
  readonly oldWords: number;
  readonly newWords: number;
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
  readonly wordsMoved: number;
  readonly clausesInserted: number;
  readonly clausesDeleted: number;
  readonly clausesMoved: number;
  readonly clausesEdited: number;
  readonly formattingChanges: number;
  readonly structureChanges: number;
  /** True only where both texts have the same canonical hash. */
  readonly identical: boolean;
}
