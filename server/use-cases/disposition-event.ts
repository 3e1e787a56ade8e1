import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { backingsOf, type ProposalRow } from '../../db/proposals';
import { SEATED_ROLES } from '../../domain/body/grants';
import type { DispositionKind } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { recordDocumentEvent } from './document-event';
import { tell } from './tell';

interface DispositionAct {
  readonly id: string;
  readonly at: string;
  readonly disposition: DispositionKind;
  readonly version?: number | null;
}

/** An act on proposals in the audit trail: names and numbers, never words of a text. */
export function recordDisposition(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  rows: readonly ProposalRow[],
  act: DispositionAct & { readonly kind: 'proposal.dealtWith' | 'proposal.suggested' },
): void {
  recordDocumentEvent(tx, actor, document, act.at, {
    kind: act.kind,
    data: {
      proposals: rows.map(({ number }) => number).join(', '),
      delegations: [...new Set(rows.map(({ country }) => country))].join(', '),
      clauseId: rows[0]?.clauseId ?? null,
      disposition: act.disposition,
      act: act.id,
      ...(act.version === null || act.version === undefined ? {} : { version: act.version }),
    },
  });
}

/** Tells the delegation of each proposal, and those who stand behind it. */
export function tellOfDispositions(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  rows: readonly ProposalRow[],
  act: DispositionAct & { readonly kind: 'proposalDealtWith' | 'dispositionSuggested' },
): void {
  const backings = backingsOf(
    tx,
    rows.map(({ id }) => id),
  ).filter(({ withdrawnAt }) => withdrawnAt === null);
  for (const row of rows) {
    const behind = backings.filter(({ proposalId }) => proposalId === row.id).map(({ country }) => country);
    tell(tx, act.at, {
      kind: act.kind,
      bodyId: document.bodyId,
      documentId: document.id,
      data: {
        symbol: document.symbol,
        proposalId: row.id,
        country: row.country,
        clauseId: row.clauseId ?? 'start',
        disposition: act.disposition,
        ...(row.number === null ? {} : { number: row.number }),
      },
      key: `${act.kind} ${row.id} ${act.id}`,
      to: { roles: SEATED_ROLES, countries: [row.country, ...behind], except: actor.userId },
    });
  }
}
