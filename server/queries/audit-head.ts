import { auditAt, lastAudit } from '../../db/audit-log';
import type { AuditHead } from '../../domain/audit/trail-line';
import type { Runtime } from '../runtime';

/** The head of the audit trail now, for the foot of a file that is made; null before the first event. */
export function auditHead(runtime: Runtime): AuditHead | null {
  const last = lastAudit(runtime.db);
  return last === null ? null : { seq: last.seq, hash: last.hash, at: runtime.clock.now() };
}

/** Whether a head that was printed once belongs to this trail (DE38). */
export function isOfTrail(
  runtime: Pick<Runtime, 'db'>,
  head: { readonly seq: number; readonly hash: string },
): boolean {
  return auditAt(runtime.db, head.seq)?.hash === head.hash;
}
