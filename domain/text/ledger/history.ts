import type { Redline } from '../../redline/types';
import type { DocumentJson } from '../document-json';
import type { WrittenRun } from './authorship';

/** What happened to a clause as a whole; `clause` is the id of the other clause. */
export type ClauseEvent =
  | { readonly kind: 'created' | 'deleted' | 'back' | 'moved' }
  | {
      /**
       * `split` it was cut out of another, `gave` another was cut out of it, `joined` another was joined to it,
       * `joinedTo` it was joined to another, `took` and `lost` words were carried from or to another, `swapped` the two
       * changed places.
       */
      readonly kind: 'split' | 'gave' | 'joined' | 'joinedTo' | 'took' | 'lost' | 'swapped';
      readonly clause: string;
    }
  | {
      readonly kind: 'restored';
      /** Where in the log the text stood that was brought back. */
      readonly position: number;
    };

/** Somebody at work on a clause. */
export interface Hand {
  readonly userId: string;
  /** ISO code of the delegation, "" for the secretariat. */
  readonly delegation: string;
}

/** One stretch of editing of one clause, as a redline against the step before. */
export interface ClauseStep {
  /** 1, 2, 3 … in the history of the clause. */
  readonly number: number;
  /** Rows of the log, by position, and when they were written. */
  readonly first: number;
  readonly last: number;
  readonly from: string;
  readonly to: string;
  readonly hands: readonly Hand[];
  readonly events: readonly ClauseEvent[];
  /** Of the clause alone; null where its words and form stayed. */
  readonly redline: Redline | null;
}

/** A clause by which another can be named. */
export interface NamedClause {
  readonly id: string;
  /** How it is cited in the text as it stands, "" where it is not. */
  readonly citation: string;
  /** Its first words, as it stands or last stood. */
  readonly excerpt: string;
  readonly stands: boolean;
}

export interface ClauseHistory {
  /** The text of the clause alone and whose words it holds: as it stands, or as it last stood. */
  readonly text: DocumentJson;
  readonly written: readonly (WrittenRun & {
    /** The step in which they were written; null where it was in another clause. */
    readonly step: number | null;
  })[];
  readonly clause: NamedClause;
  /** The clauses around it in the text as it stands. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Newest first; a part of `total` steps. */
  readonly steps: readonly ClauseStep[];
  readonly total: number;
  /** Clauses that the events name. */
  readonly others: readonly NamedClause[];
}
