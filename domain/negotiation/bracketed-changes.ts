import { countBrackets } from '../text/brackets';
import type { DocumentJson } from '../text/document-json';
import { notProposedAt, type ProposedBetween } from './proposed-between';

/**
 * What was found between a text whose brackets are written as signs (`writeBrackets`) and another such text, as it can be
 * proposed on the text as it stands. A clause that holds brackets is reworded by none: its words would bring the signs
 * as letters in place of the brackets. It may go as any other.
 */
export function apartFromBrackets(
  { proposals, notProposed }: ProposedBetween,
  standing: DocumentJson,
): ProposedBetween {
  const { byClause } = countBrackets(standing);
  const isBracketed = ({ place: { kind, clauseId } }: ProposedBetween['proposals'][number]) =>
    kind === 'replace' && byClause.has(clauseId ?? '');
  return {
    proposals: proposals.filter((proposal) => !isBracketed(proposal)),
    notProposed: [
      ...proposals
        .filter(isBracketed)
        .flatMap(({ clauses }) => clauses.map((clause) => notProposedAt('bracketed', clause))),
      ...notProposed,
    ],
  };
}
