import { openBracketsIn } from '../negotiation/open-brackets';
import { type OpenQuestion, openQuestions } from '../procedure/open-questions';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { type HouseStyle, numberClauses } from '../text/numbering';

const EXCERPT = 160;

/**
 * SP6: what is open in a text that shall be put under silence: brackets written out as signs, brackets and placeholders
 * that are marked in the text, clauses without a word. In reading order of each sort.
 */
export function openPlaces(document: DocumentJson, houseStyle: HouseStyle): OpenQuestion[] {
  const written = openQuestions(document, houseStyle);
  const named = new Set(written.map(({ clauseId }) => clauseId));
  const numbers = numberClauses(document, houseStyle);
  const marked = clausesOf(document).flatMap((clause, index): OpenQuestion[] => {
    if (openBracketsIn(clause) === 0 || (clause.id !== null && named.has(clause.id))) return [];
    return [
      {
        kind: 'bracket',
        citation: numbers[index]?.citation ?? '',
        clauseKind: clause.kind,
        clauseId: clause.id,
        excerpt: clauseText(clause).replace(/\s+/gu, ' ').trim().slice(0, EXCERPT),
      },
    ];
  });
  return [...written, ...marked];
}
