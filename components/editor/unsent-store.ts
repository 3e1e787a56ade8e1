import type { UnsentClause } from './unsent-words';

/** Where one person's unsent words of one document lie, until they say that they do not need them. */
function keyOf(userId: string, documentId: string): string {
  return `mufakat:unsent:${userId}:${documentId}`;
}

/** Keeps the words over a reload; none removes them. Where the browser keeps nothing, they live as long as the page. */
export function keepUnsent(userId: string, documentId: string, clauses: readonly UnsentClause[]): void {
  try {
    if (clauses.length === 0) localStorage.removeItem(keyOf(userId, documentId));
    else localStorage.setItem(keyOf(userId, documentId), JSON.stringify(clauses));
  } catch {
    // A full or closed store is no reason to take the words from the screen.
  }
}

export function readUnsent(userId: string, documentId: string): UnsentClause[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId, documentId)) ?? '[]');
    // A page of before kept no proposals.
    return Array.isArray(kept)
      ? kept.filter(isUnsentClause).map((clause) => ({ ...clause, proposal: clause.proposal ?? null }))
      : [];
  } catch {
    return [];
  }
}

function isUnsentClause(value: unknown): value is UnsentClause {
  if (typeof value !== 'object' || value === null) return false;
  const { key, change, citation, text, proposal, along = '' } = value as Record<string, unknown>;
  return (
    typeof (proposal ?? {}) === 'object' &&
    [key, citation, text, along].every((part) => typeof part === 'string') &&
    (change === 'added' || change === 'changed' || change === 'removed')
  );
}
