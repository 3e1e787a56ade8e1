import { auditAt } from '../db/audit-log';
import type { Db } from '../db/client';
import { everyCorrigendum } from '../db/corrigenda';
import { everyTierDecision } from '../db/tier-decisions';
import { digestText } from '../domain/text/digest';
import { verifyEvidence } from './evidence-check';

/** What is wrong with the decisions of tiers and with corrigenda, one line each: evidence, trail and row must agree. */
export function tierProblems(db: Db, options: { readonly trustedFingerprint?: string }): string[] {
  const problems: string[] = [];
  for (const row of everyTierDecision(db)) {
    const verified = verifyEvidence(row.evidence, options);
    if (!verified.ok) {
      problems.push(`decision ${row.id}: the evidence does not verify (rule ${verified.rule})`);
      continue;
    }
    const { document, decision, textHash, audit } = verified.value.evidence;
    const agrees =
      document.id === row.documentId &&
      decision.id === row.id &&
      decision.verb === row.verb &&
      decision.wording === row.wording &&
      textHash === row.textHash;
    if (!agrees)
      problems.push(`decision ${row.id}: the evidence speaks of another decision than the database`);
    if (auditAt(db, audit.seq)?.hash !== audit.hash) {
      problems.push(
        `decision ${row.id}: the audit trail holds another event at the place that the evidence quotes`,
      );
    }
  }
  for (const { id, text, hash } of everyCorrigendum(db)) {
    if (digestText(text) !== hash)
      problems.push(`corrigendum ${id} does not have the hash it was stored with`);
  }
  return problems;
}
