import type { Db } from '../../db/client';
import { type DocumentRow, findDocument } from '../../db/documents';
import { type Actor, can, type DocumentSubject } from '../../domain/policy/can';
import type { DocumentOperation } from '../../domain/policy/operations';
import { accept, type Outcome, refuse } from '../../domain/refusal';

/** The document, where `actor` may do `operation` with it now; unknown ones are refused like foreign ones (PO1). */
export function permittedDocument(
  db: Db,
  actor: Actor,
  operation: DocumentOperation,
  documentId: string,
): Outcome<DocumentRow> {
  const document = findDocument(db, documentId);
  if (document === null) return refuse('PO1');
  const allowed = can(actor, operation, subjectOf(document));
  return allowed.ok ? accept(document) : allowed;
}

export function subjectOf(document: DocumentRow): DocumentSubject {
  return { bodyId: document.bodyId, state: document.state, pensDown: document.pensDownAt !== null };
}
