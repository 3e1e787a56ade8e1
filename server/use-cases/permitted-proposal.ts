import type { Db } from '../../db/client';
import { type DocumentRow, findDocument } from '../../db/documents';
import { findProposal, type ProposalRow, proposalSubject } from '../../db/proposals';
import { type Actor, can } from '../../domain/policy/can';
import type { DocumentOperation } from '../../domain/policy/operations';
import { canSeeProposal, type ProposalSubject } from '../../domain/policy/proposals';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { subjectOf } from './permitted-document';

export interface FoundProposal {
  readonly proposal: ProposalRow;
  readonly document: DocumentRow;
  readonly subject: ProposalSubject;
}

/** The proposal, where `ask` allows it to `actor` now; one that may not be seen is answered like one that is not (PO1). */
export function permittedProposal(
  db: Db,
  actor: Actor,
  proposalId: string,
  ask: (actor: Actor, subject: ProposalSubject) => Outcome<true> = canSeeProposal,
): Outcome<FoundProposal> {
  const proposal = findProposal(db, proposalId);
  const document = proposal === null ? null : findDocument(db, proposal.documentId);
  if (proposal === null || document === null) return refuse('PO1');
  const subject = proposalSubject(subjectOf(document), proposal);
  const seen = canSeeProposal(actor, subject);
  if (!seen.ok) return seen;
  const allowed = ask(actor, subject);
  return allowed.ok ? accept({ proposal, document, subject }) : allowed;
}

/** For `permittedProposal`: an operation on the document of a proposal that may be seen. */
export function may(operation: DocumentOperation) {
  return (actor: Actor, subject: ProposalSubject) => can(actor, operation, subject.document);
}
