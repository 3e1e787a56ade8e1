import { clausesOf } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { clauseHash } from './amend';
import type { ProposalKind } from './types';

/** A clause that was joined into another, or cut into several, with the hash of the words that it is found of. */
export interface PartedClause {
  readonly act: 'merged' | 'split';
  readonly clauseId: string;
  readonly hash: string;
  /** Where its words stand now: the clause it was joined into, or the new ones beside it. */
  readonly into: readonly string[];
}

/**
 * What carrying proposals out did to clauses as a whole: a merger that took the second
 * clause away, and a replacement after which the clause stands with new ones beside it. Read from the texts before and
 * after, so that whatever words the chair gave, only what happened is found.
 */
export function partedClauses(
  before: DocumentJson,
  after: DocumentJson,
  proposals: readonly {
    readonly kind: ProposalKind;
    readonly clauseId: string | null;
    readonly otherClauseId: string | null;
  }[],
): PartedClause[] {
  const old = new Set(clausesOf(before).map(({ id }) => id));
  const now = clausesOf(after).map(({ id }) => id);
  const parted = new Map<string, PartedClause>();
  for (const { kind, clauseId, otherClauseId } of proposals) {
    if (clauseId === null || !now.includes(clauseId)) continue;
    if (
      kind === 'merge' &&
      otherClauseId !== null &&
      old.has(otherClauseId) &&
      !now.includes(otherClauseId)
    ) {
      const hash = clauseHash(before, otherClauseId);
      if (hash !== null)
        parted.set(otherClauseId, { act: 'merged', clauseId: otherClauseId, hash, into: [clauseId] });
    }
    if (kind === 'replace') {
      const hash = clauseHash(after, clauseId);
      const into = newBeside(now, now.indexOf(clauseId), old);
      if (hash !== null && into.length > 0) parted.set(clauseId, { act: 'split', clauseId, hash, into });
    }
  }
  return [...parted.values()];
}

/** The clauses that follow one and were not there before. */
function newBeside(now: readonly (string | null)[], at: number, old: ReadonlySet<string | null>): string[] {
  const into: string[] = [];
  for (let index = at + 1; index < now.length; index += 1) {
    const id = now[index] ?? null;
    if (id === null || old.has(id)) break;
    into.push(id);
  }
  return into;
}
