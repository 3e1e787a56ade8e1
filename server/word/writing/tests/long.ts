import { makeHistory, QUIET_PLAN } from '../../../../domain/redline/testing/histories';

/** Some 60,000 words with 300 edits. */
export const LONG = makeHistory({
  ...QUIET_PLAN,
  clauses: 1500,
  replacements: 140,
  insertions: 50,
  deletions: 50,
  newClauses: 15,
  deletedClauses: 15,
  movedClauses: 10,
  splits: 10,
  merges: 10,
});
