import { asTextOfItsOwn } from '@/domain/negotiation/amend';
import { type Clause, clausesOf, clauseText } from '@/domain/text/clauses';
import type { DocumentJson } from '@/domain/text/document-json';
import { type HouseStyle, numberClauses } from '@/domain/text/numbering';
import { type AddedRun, goesAlong, wordsOfRun } from './added-run';

/** One clause in which the person's own text and the server's differ: what is offered to copy. */
export interface UnsentClause {
  readonly key: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** How the clause is cited in the person's own text, or empty. */
  readonly citation: string;
  /** The person's words; of a removed clause the words that would have gone. */
  readonly text: string;
  /** The proposal that would bring it about; null where the clause has no place among those that stand. */
  readonly proposal: UnsentProposal | null;
  /** Key of the clause before whose proposal carries these words, too: clauses added in a row are inserted together. */
  readonly along?: string;
}

/** A clause that did not get in, as a proposal on the text that stands. */
export interface UnsentProposal {
  readonly kind: 'replace' | 'insert' | 'delete';
  /** The clause it is about; of an insertion the one it follows, null at the beginning. */
  readonly clauseId: string | null;
  /** The words with their formatting; null where it brings none. */
  readonly words: DocumentJson | null;
}

/** The clauses that differ between the server's text and one's own, in the order of one's own, removed ones last. */
export function unsentClauses(
  server: DocumentJson,
  mine: DocumentJson,
  houseStyle: HouseStyle,
): UnsentClause[] {
  const theirs = keyed(server, houseStyle);
  const own = keyed(mine, houseStyle);
  const unsent: UnsentClause[] = [];
  /** The last clause before that stands in the server's text: what an insertion follows. */
  let standing: Clause | null = null;
  let run: AddedRun | null = null;
  const runs: AddedRun[] = [];
  for (const [key, { clause, citation }] of own) {
    const before = theirs.get(key);
    const text = clauseText(clause);
    if (before === undefined) {
      if (text.trim() === '') continue;
      const added = { key, change: 'added', citation, text } as const;
      const last = run?.clauses.at(-1);
      if (run !== null && last !== undefined && goesAlong(standing, last, clause)) {
        run.clauses.push(clause);
        unsent.push({ ...added, proposal: null, along: run.key });
      } else {
        run = { key, clauses: [clause] };
        runs.push(run);
        unsent.push({ ...added, proposal: { kind: 'insert', clauseId: standing?.id ?? null, words: null } });
      }
      continue;
    }
    run = null;
    if (before.clause.id !== null) standing = before.clause;
    const words = asTextOfItsOwn(mine, clause);
    if (text !== clauseText(before.clause) || clause.kind !== before.clause.kind) {
      const proposal = { kind: 'replace', clauseId: clause.id, words } as const;
      unsent.push({ key, change: 'changed', citation, text, proposal: clause.id === null ? null : proposal });
    }
  }
  for (const [key, { clause, citation }] of theirs) {
    const text = clauseText(clause);
    if (own.has(key) || text.trim() === '') continue;
    const proposal = { kind: 'delete', clauseId: clause.id, words: null } as const;
    unsent.push({ key, change: 'removed', citation, text, proposal: clause.id === null ? null : proposal });
  }
  return unsent.map((clause) => {
    const { clauses = [] } = runs.find(({ key }) => key === clause.key) ?? {};
    if (clause.change !== 'added' || clause.proposal === null) return clause;
    return { ...clause, proposal: { ...clause.proposal, words: wordsOfRun(mine, clauses) } };
  });
}

/** One of the clauses and, right behind it, those that go along with its proposal. */
export function runOf(clauses: readonly UnsentClause[], clause: UnsentClause): readonly UnsentClause[] {
  const from = clauses.indexOf(clause);
  if (from < 0) return [];
  const behind = clauses.slice(from + 1);
  const end = behind.findIndex(({ along }) => along !== clause.key);
  return [clause, ...(end < 0 ? behind : behind.slice(0, end))];
}

/**
 * The same without what was only deleted: where a deletion is taken back, words of one's own that stood beside it
 * are all there is to offer.
 */
export function unsentWrittenWords(
  server: DocumentJson,
  mine: DocumentJson,
  houseStyle: HouseStyle,
): UnsentClause[] {
  const theirs = keyed(server, houseStyle);
  return unsentClauses(server, mine, houseStyle).filter(({ key, change, text }) => {
    const before = theirs.get(key);
    return (
      change === 'added' || (change === 'changed' && before && !isLeftOf(text, clauseText(before.clause)))
    );
  });
}

/** Those clauses whose words are not offered among `known` already. */
export function notAmong(
  clauses: readonly UnsentClause[],
  known: readonly UnsentClause[],
): readonly UnsentClause[] {
  const isSame = (one: UnsentClause, other: UnsentClause) =>
    one.key === other.key && one.change === other.change && one.text === other.text;
  return clauses.filter((clause) => !known.some((other) => isSame(clause, other)));
}

/** Whether `text` is what is left when something of `before` was deleted. */
function isLeftOf(text: string, before: string): boolean {
  let at = 0;
  for (const letter of text) {
    at = before.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

/** All of it as plain text for the clipboard. */
export function unsentAsText(clauses: readonly UnsentClause[]): string {
  return clauses
    .filter(({ change }) => change !== 'removed')
    .map(({ citation, text }) => (citation === '' ? text : `${citation}\n${text}`))
    .join('\n\n');
}

interface Cited {
  readonly clause: Clause;
  readonly citation: string;
}

/** Clauses by id; one without an id is known by its words. */
function keyed(document: DocumentJson, houseStyle: HouseStyle): Map<string, Cited> {
  const numbers = numberClauses(document, houseStyle);
  const clauses = new Map<string, Cited>();
  clausesOf(document).forEach((clause, index) => {
    const key = clause.id ?? `words:${clauseText(clause)}`;
    clauses.set(key, { clause, citation: numbers[index]?.citation ?? '' });
  });
  return clauses;
}
