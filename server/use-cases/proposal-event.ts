import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import type { ProposalRow } from '../../db/proposals';
import type { Audience, NoticeKind } from '../../domain/notices/kinds';
import type { Actor } from '../../domain/policy/can';
import { DELEGATION_ROLES, SPEAKING_ROLES } from '../../domain/policy/rings';
import { recordDocumentEvent } from './document-event';
import { tell } from './tell';

/** An act on a tabled proposal in the audit trail: names and numbers, never its words. */
export function recordProposalEvent(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  proposal: ProposalRow,
  at: string,
  act: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { number, country, kind, clauseId } = proposal;
  recordDocumentEvent(tx, actor, document, at, {
    kind: `proposal.${act}`,
    data: { proposal: number, delegation: country, change: kind, clauseId, class: proposal.class, ...more },
  });
}

/** Tells of a proposal; `occasion` sets apart what may happen to it more than once. */
export function tellOfProposal(
  tx: Db,
  at: string,
  document: DocumentRow,
  proposal: ProposalRow,
  kind: NoticeKind,
  to: Audience,
  occasion = '',
  /** The delegation that acts, where it is not the proposal's. */
  country = proposal.country,
): void {
  tell(tx, at, {
    kind,
    bodyId: document.bodyId,
    documentId: document.id,
    data: {
      symbol: document.symbol,
      proposalId: proposal.id,
      country,
      ...(proposal.number === null ? {} : { number: proposal.number }),
    },
    key: `${kind} ${proposal.id} ${occasion}`.trimEnd(),
    to,
  });
}

/** Whoever works on a delegation's word, in all of them; also the chair and the secretariat. */
export const EVERYBODY_AT_THE_TABLE: readonly string[] = ['chair', 'secretariat', ...DELEGATION_ROLES];

/** Whoever speaks for one delegation. */
export function spokespeopleOf(country: string, except?: string): Audience {
  return {
    roles: SPEAKING_ROLES,
    countries: [country],
    ...(except === undefined ? {} : { except }),
  };
}
