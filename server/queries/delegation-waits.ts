import type { Db } from '../../db/client';
import { deadlinesOn } from '../../db/deadlines';
import { listDocumentsInContext } from '../../db/documents';
import { proposalsOn } from '../../db/proposals';
import { type Actor, can } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { isFinal } from '../../domain/procedure/states';
import { subjectOf } from '../use-cases/permitted-document';

/** What waits for a delegation on one document. */
export interface DelegationWait {
  readonly document: {
    readonly id: string;
    readonly symbol: string;
    readonly title: string;
  };
  /** Drafted and not tabled. */
  readonly release: number;
  /** Entered on its behalf, not confirmed. */
  readonly confirm: number;
  /** Ends of procedures in which it may still speak. */
  readonly deadlines: readonly { readonly of: 'silence' | 'corrigendum'; readonly endsAt: string }[];
}

/**
 * What waits in a body for the delegation that `actor` leads; nothing where they lead none. It counts what is in the
 * delegation's own ring, and is for nobody but its head and focal point.
 */
export function delegationWaits(db: Db, actor: Actor, bodyId: string): DelegationWait[] {
  const country = delegationLedBy(actor, bodyId);
  if (country === null) return [];
  return listDocumentsInContext(db, { bodyIds: [bodyId] }).flatMap(({ document }): DelegationWait[] => {
    if (!can(actor, 'list', subjectOf(document)).ok) return [];
    const own = isFinal(document.state)
      ? []
      : proposalsOn(db, document.id).filter((proposal) => proposal.country === country);
    const open = own.filter((proposal) => proposal.state === 'draft' && proposal.closedAt === null);
    const release = open.filter((proposal) => !proposal.onBehalf).length;
    const confirm = own.filter(
      (proposal) => proposal.onBehalf && proposal.state === 'tabled' && proposal.confirmedAt === null,
    ).length;
    const deadlines = deadlinesOn(db, [document.id])
      .filter((deadline) => deadline.isRunning)
      .map(({ of, endsAt }) => ({ of, endsAt }));
    if (release + confirm + deadlines.length === 0) return [];
    const { id, symbol, title } = document;
    return [{ document: { id, symbol, title }, release, confirm, deadlines }];
  });
}
