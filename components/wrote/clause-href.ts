/** Where it is told who wrote a clause and what became of it. */
export function clauseHref(documentId: string, clauseId: string): string {
  return `/documents/${encodeURIComponent(documentId)}/clauses/${encodeURIComponent(clauseId)}`;
}
