import { textHash } from '../text/canonical';
import type { DocumentJson } from '../text/document-json';
import type { HouseStyle } from '../text/numbering';
import { align } from './align';
import { Matching } from './matching';
import { writeRows } from './rows';
import { Likenesses } from './similarity';
import { summarise } from './summary';
import { planColumns } from './tables';
import type { Change, Redline, RedlineRow } from './types';
import { findUnexplained } from './unexplained';
import { unitsOf } from './units';
import { Vocabulary } from './vocabulary';

export type { Redline } from './types';

/** Name and version of the way texts are compared; stored with every redline that is kept. */
export const REDLINE_ALGORITHM = 'mufakat-redline-4';

export interface RedlineOptions {
  /** How clauses of the new text are numbered. */
  readonly houseStyle: HouseStyle;
  /** The old text's house style where it was another one. */
  readonly oldHouseStyle?: HouseStyle;
}

/**
 * How one text became another, as one list. Pure and deterministic: the same texts give the same redline on every
 * machine with the same ICU data, bounded by the size of the texts and never by time. Comparing backwards finds
 * the same pairs, with insertions and deletions exchanged (domain/RULES.md, RL1–RL9).
 */
export function compareTexts(oldText: DocumentJson, newText: DocumentJson, options: RedlineOptions): Redline {
  const oldHash = textHash(oldText);
  const newHash = textHash(newText);
  const vocabulary = new Vocabulary();
  if (oldHash === newHash) return sameText(newText, newHash, options, vocabulary);
  const old = unitsOf(oldText, options.oldHouseStyle ?? options.houseStyle, vocabulary);
  const fresh = unitsOf(newText, options.houseStyle, vocabulary);
  const likenesses = new Likenesses([old, fresh], vocabulary.size);
  // Which text is "old" must not decide which clauses and words belong together.
  const flip = newHash < oldHash;
  const matching = flip ? align(fresh, old, likenesses).turned() : align(old, fresh, likenesses);
  const plans = planColumns(matching, likenesses, vocabulary, flip);
  const written = writeRows({ matching, plans, vocabulary, flip });
  const explained =
    written.changes.length > 0 || written.rows.some((row) => row.changed)
      ? written
      : explain(written.rows, oldText, newText);
  return {
    algorithm: REDLINE_ALGORITHM,
    oldHash,
    newHash,
    rows: explained.rows,
    changes: explained.changes,
    summary: summarise(matching, explained.rows, explained.changes, written.wordsMoved, false),
  };
}

/** The redline of a text with itself: every clause, no change. */
function sameText(
  text: DocumentJson,
  hash: string,
  options: RedlineOptions,
  vocabulary: Vocabulary,
): Redline {
  const units = unitsOf(text, options.houseStyle, vocabulary);
  const matching = new Matching(units, units);
  for (const unit of units) matching.pair(unit, unit, 'kept');
  const plans = planColumns(matching, new Likenesses([units], vocabulary.size), vocabulary, false);
  const { rows } = writeRows({ matching, plans, vocabulary, flip: false });
  return {
    algorithm: REDLINE_ALGORITHM,
    oldHash: hash,
    newHash: hash,
    rows,
    changes: [],
    summary: summarise(matching, rows, [], 0, true),
  };
}

function explain(
  rows: readonly RedlineRow[],
  oldText: DocumentJson,
  newText: DocumentJson,
): { readonly rows: readonly RedlineRow[]; readonly changes: readonly Change[] } {
  const { clause, change } = findUnexplained(oldText, newText);
  const place = Math.max(0, clause);
  const touched: RedlineRow = {
    ...(rows[place] ?? { status: 'kept', old: null, new: null, segments: [] }),
    structure: [{ ...change, change: 'c1' }],
    changed: true,
  };
  return {
    rows: rows.length === 0 ? [touched] : rows.map((row, index) => (index === place ? touched : row)),
    changes: [
      {
        id: 'c1',
        kind: 'structure',
        row: place,
        oldText: change.from,
        newText: change.to,
        wordsInserted: 0,
        wordsDeleted: 0,
      },
    ],
  };
}
