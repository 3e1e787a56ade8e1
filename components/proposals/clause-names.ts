import { clausesOf, clauseText } from '@/domain/text/clauses';
import type { DocumentJson } from '@/domain/text/document-json';
import { type HouseStyle, numberClauses } from '@/domain/text/numbering';

export interface ClauseName {
  readonly id: string;
  /** How one cites it, "" where it has no number. */
  readonly citation: string;
  readonly words: string;
}

const LONGEST = 60;

/** The clauses of a text in reading order, as one speaks of them. */
export function clauseNames(document: DocumentJson, houseStyle: HouseStyle): ClauseName[] {
  const numbers = numberClauses(document, houseStyle);
  return clausesOf(document).flatMap((clause, index) => {
    if (clause.id === null) return [];
    const words = clauseText(clause).replace(/\s+/gu, ' ').trim();
    const short = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
    return [{ id: clause.id, citation: numbers[index]?.citation ?? '', words: short }];
  });
}

/** "OP 3", or the first words of a clause without a number; `gone` where the text has no such clause. */
export function sayClause(names: readonly ClauseName[], clauseId: string | null, gone: string): string {
  const found = names.find(({ id }) => id === clauseId);
  if (found === undefined) return gone;
  return found.citation === '' ? `“${found.words}”` : found.citation;
}
