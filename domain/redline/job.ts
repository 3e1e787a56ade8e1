import type { ClauseTouches } from '../text/ledger/form/between';
import type { RedlineOptions } from './index';

/**
 * The runs of a text by whose they are: lengths in characters, one after another through all of its words; an ISO
 * country code, "" for the secretariat, undefined where nobody is known.
 */
export type AuthoredRuns = readonly (readonly [length: number, author: string | undefined])[];

/** Two texts as they are stored, and whose their words are: strings and short lists, which go to a worker for little. */
export interface RedlineJob {
  readonly oldJson: string;
  readonly newJson: string;
  readonly options: RedlineOptions;
  /** Who wrote the newer text. */
  readonly written?: AuthoredRuns;
  /** Who took words away from the older one. */
  readonly removed?: AuthoredRuns;
  /** What was done to clauses between the two, which no words tell; not asked where one delegation alone wrote. */
  readonly touches?: ClauseTouches;
  /** The delegation that alone wrote between the two, "" for the secretariat: every change is its own. */
  readonly sole?: string;
  /** The names could not be had this time: what comes of it must not be kept. */
  readonly lacksNames?: true;
}
