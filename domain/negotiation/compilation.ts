import { bracketedClauses, bracketProposals, type ProposedWords } from '../text/brackets';
import type { DocumentJson } from '../text/document-json';
import { amend, clauseAsText } from './amend';
import { changeOf, type ProposalPlace } from './proposal-place';

/** A proposal that is still on the table, as a compilation needs it. */
export interface CompiledProposal extends ProposalPlace {
  readonly id: string;
  /** The delegation and its co-sponsors. */
  readonly countries: readonly string[];
  readonly words: DocumentJson | null;
}

export interface Compilation {
  readonly text: DocumentJson;
  /** Proposals that cannot stand in a text: moves, comments, and what is about a clause that is gone. By id. */
  readonly beside: readonly string[];
}

/**
 * The text with every proposal bracketed and attributed in its place. With alternative 0 everywhere it is the text as it
 * stands (BR3). A merger stands as the joined words at the first clause and as nothing at the second. `bracket` is for
 * whoever remembers what became of a clause that nobody has touched since.
 */
export function compile(
  document: DocumentJson,
  proposals: readonly CompiledProposal[],
  bracket = bracketProposals,
): Compilation {
  const steps = compiling(document, proposals, bracket);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same clause by clause, for whoever has other things to do in between. */
export function* compiling(
  document: DocumentJson,
  proposals: readonly CompiledProposal[],
  bracket = bracketProposals,
): Generator<void, Compilation> {
  const beside: string[] = [];
  const byClause = new Map<string, ProposedWords[]>();
  const inserted: CompiledProposal[] = [];
  const add = (clauseId: string, words: ProposedWords) => {
    byClause.set(clauseId, [...(byClause.get(clauseId) ?? []), words]);
  };
  for (const proposal of proposals) {
    const { kind, clauseId, otherClauseId, countries, words } = proposal;
    if (kind === 'replace' && clauseId !== null) add(clauseId, { countries, words });
    else if (kind === 'delete' && clauseId !== null) add(clauseId, { countries, words: null });
    else if (kind === 'merge' && clauseId !== null && otherClauseId !== null) {
      add(clauseId, { countries, words });
      add(otherClauseId, { countries, words: null });
    } else if (kind === 'insert' && words !== null) inserted.push(proposal);
    else beside.push(proposal.id);
  }
  let text = document;
  for (const [clauseId, words] of byClause) {
    yield;
    const base = clauseAsText(document, clauseId);
    const done =
      base === null
        ? null
        : amend(text, {
            kind: 'replace',
            clauseId,
            words: bracket(base, words, { salt: clauseId }),
          });
    if (done?.ok === true) text = done.value;
    else beside.push(...aboutClause(proposals, clauseId));
  }
  // The last one tabled after a clause is put in first, so that they stand in the order in which they were tabled.
  for (const { id, clauseId, countries, words } of inserted.toReversed()) {
    yield;
    const clauses = bracketedClauses(words ?? document, countries, id);
    const done = amend(text, { kind: 'insert', after: clauseId, words: clauses });
    if (done.ok) text = done.value;
    else beside.push(id);
  }
  return { text, beside: [...new Set(beside)] };
}

/** The text as one delegation would have it, proposal by proposal; those that no longer fit are named. */
export function asWanted(document: DocumentJson, proposals: readonly CompiledProposal[]): Compilation {
  let text = document;
  const beside: string[] = [];
  for (const proposal of proposals) {
    const change = changeOf(proposal, proposal.words);
    const done = change === null ? null : amend(text, change);
    if (done?.ok === true) text = done.value;
    else beside.push(proposal.id);
  }
  return { text, beside };
}

function aboutClause(proposals: readonly CompiledProposal[], clauseId: string): string[] {
  return proposals
    .filter((proposal) => proposal.clauseId === clauseId || proposal.otherClauseId === clauseId)
    .map(({ id }) => id);
}
