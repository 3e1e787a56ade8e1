import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import {
  backingsOf,
  challengesOf,
  findProposal,
  type ProposalRow,
  proposalSubject,
} from '../../db/proposals';
import type { DealtProposal } from '../../domain/negotiation/dispositions';
import type { WordedProposal } from '../../domain/negotiation/standing';
import type { Actor } from '../../domain/policy/can';
import { canSeeProposal } from '../../domain/policy/proposals';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { subjectOf } from './permitted-document';

/** Proposals of one act: as rows, as the rules see them, and with the words that they bring. By number. */
export interface DealtProposals {
  readonly rows: readonly ProposalRow[];
  readonly dealt: readonly DealtProposal[];
  readonly worded: readonly WordedProposal[];
}

/** These proposals on a document; one that the actor may not see is answered like one that is not there (PO1). */
export function dealtProposals(
  db: Db,
  actor: Actor,
  document: DocumentRow,
  ids: readonly string[],
): Outcome<DealtProposals> {
  const rows: ProposalRow[] = [];
  for (const id of new Set(ids)) {
    const row = findProposal(db, id);
    if (row === null || row.documentId !== document.id) return refuse('PO1');
    const seen = canSeeProposal(actor, proposalSubject(subjectOf(document), row));
    if (!seen.ok) return seen;
    rows.push(row);
  }
  rows.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const open = new Set(
    challengesOf(
      db,
      rows.map(({ id }) => id),
    )
      .filter(({ settledAt }) => settledAt === null)
      .map(({ proposalId }) => proposalId),
  );
  const cosponsors = cosponsorsOf(
    db,
    rows.map(({ id }) => id),
  );
  return accept({
    rows,
    dealt: rows.map((row) => dealtOf(row, open.has(row.id))),
    worded: rows.map((row) => wordedOf(row, cosponsors.get(row.id) ?? [])),
  });
}

function dealtOf(row: ProposalRow, isChallenged: boolean): DealtProposal {
  const { id, number, country, clauseId, kind, state } = row;
  const isUnconfirmed = row.onBehalf && row.confirmedAt === null;
  return { id, number, country, clauseId, kind, state, isUnconfirmed, isChallenged };
}

function wordedOf(row: ProposalRow, cosponsors: readonly string[]): WordedProposal {
  const { id, country, kind, clauseId, otherClauseId, baseHash } = row;
  const words = row.text === null ? null : (JSON.parse(row.text) as DocumentJson);
  const base = JSON.parse(row.baseText) as DocumentJson;
  return {
    id,
    number: row.number ?? 0,
    country,
    kind,
    clauseId,
    otherClauseId,
    base,
    baseHash,
    words,
    cosponsors,
  };
}

/** Delegations that co-sponsor these proposals now, by proposal. */
function cosponsorsOf(db: Db, ids: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { proposalId, country, kind, withdrawnAt } of backingsOf(db, ids)) {
    if (kind !== 'cosponsor' || withdrawnAt !== null) continue;
    found.set(proposalId, [...(found.get(proposalId) ?? []), country]);
  }
  return found;
}
