import type { DocumentJson } from '../document-json';
import { allBrackets, type Bracket, bracketsOf } from './find';

/** What a text leaves open. Placeholders are brackets of nothing but placeholders, and are counted for themselves. */
export interface OpenCount {
  readonly brackets: number;
  readonly placeholders: number;
  /** Wordings that stand side by side in the brackets. */
  readonly alternatives: number;
}

export interface OpenTotals extends OpenCount {
  /** Clauses with a bracket or a placeholder. */
  readonly clauses: number;
}

export interface OpenText extends OpenTotals {
  /** By clause id. */
  readonly byClause: ReadonlyMap<string, OpenCount>;
}

/** The same without its clauses one by one. */
export function openTotals({ brackets, placeholders, alternatives, clauses }: OpenText): OpenTotals {
  return { brackets, placeholders, alternatives, clauses };
}

/** How many brackets a text holds, also those within others, altogether and by clause. */
export function countBrackets(document: DocumentJson): OpenText {
  const brackets = allBrackets(bracketsOf(document));
  const byPlace = new Map<number, Bracket[]>();
  for (const bracket of brackets) {
    byPlace.set(bracket.clause, [...(byPlace.get(bracket.clause) ?? []), bracket]);
  }
  const byClause = new Map<string, OpenCount>();
  for (const own of byPlace.values()) {
    const id = own[0]?.clauseId;
    if (id !== undefined && id !== null) byClause.set(id, counted(own));
  }
  return { ...counted(brackets), clauses: byPlace.size, byClause };
}

export function isPlaceholder({ alternatives }: Bracket): boolean {
  return alternatives.every(({ kind }) => kind === 'placeholder');
}

function counted(brackets: readonly Bracket[]): OpenCount {
  const open = brackets.filter((bracket) => !isPlaceholder(bracket));
  return {
    brackets: new Set(open.map(({ id }) => id)).size,
    placeholders: new Set(brackets.filter(isPlaceholder).map(({ id }) => id)).size,
    alternatives: open.reduce((sum, { alternatives }) => sum + alternatives.length, 0),
  };
}
