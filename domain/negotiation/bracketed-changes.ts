import { countBrackets } from '../text/brackets';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { notProposedAt, type ProposedBetween } from './proposed-between';
import type { ProposedClauses } from './wished-changes';

/**
 * What was found between `written`, the text that stands with its brackets written as signs (`writeBrackets`), and
 * another such text, as it can be proposed on the text as it stands. A clause that holds brackets is neither reworded
 * nor divided: its words would bring the signs as letters in place of the brackets. It may go as any other.
 */
export function apartFromBrackets(
  { proposals, notProposed }: ProposedBetween,
  standing: DocumentJson,
  written: DocumentJson,
): ProposedBetween {
  const { byClause } = countBrackets(standing);
  const bracketed = clausesOf(written).filter(({ id }) => byClause.has(id ?? ''));
  const wordsOf = new Map(bracketed.map((clause) => [clause.id, clauseText(clause)]));
  const isLeft = ({ place: { kind, clauseId }, clauses: [first] }: ProposedClauses) => {
    const words = wordsOf.get(clauseId);
    if (words === undefined || kind === 'delete') return false;
    // New words that the clause before them has are its second half.
    return kind === 'replace' || (first !== undefined && words.includes(clauseText(first).trim()));
  };
  return {
    proposals: proposals.filter((proposal) => !isLeft(proposal)),
    notProposed: [
      ...proposals
        .filter(isLeft)
        .flatMap(({ clauses }) => clauses.map((clause) => notProposedAt('bracketed', clause))),
      ...notProposed,
    ],
  };
}
