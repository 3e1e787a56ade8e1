import { wholeAudit } from '../../db/audit-log';
import type { Db, OpenedDb } from '../../db/client';
import { evidenceFileOf, findDecision, listAdoptedDocuments } from '../../db/decisions';
import { firstBreak } from '../../domain/audit/chain';
import { refusalMessage } from '../../messages/refusal-message';
import { verifyEvidence } from '../evidence-check';

/** Everything that is wrong with a database: SQLite's own checks, the audit trail, the evidence. Empty when all is well. */
export function findingsOf(opened: OpenedDb): string[] {
  const broken = opened.integrityFindings();
  // A file that SQLite finds broken is not asked anything more: the answers would mean nothing.
  if (broken.length > 0) return broken;
  return [...auditFindings(opened.db), ...evidenceFindings(opened.db)];
}

function auditFindings(db: Db): string[] {
  const found = firstBreak(wholeAudit(db));
  if (found === null) return [];
  const what = {
    gap: 'an event is missing',
    link: 'an event does not follow the one before',
    hash: 'an event was changed',
  };
  return [`the audit trail breaks at event ${found.seq}: ${what[found.problem]}`];
}

function evidenceFindings(db: Db): string[] {
  return listAdoptedDocuments(db).flatMap(({ id, symbol }) => {
    const file = evidenceFileOf(db, id);
    const decision = findDecision(db, id);
    if (file === null || decision === null)
      return [`${symbol} is adopted, but its decision or evidence is missing`];
    const verified = verifyEvidence(file);
    if (!verified.ok) return [`evidence of ${symbol}: ${refusalMessage(verified, 'en')}`];
    if (verified.value.evidence.textHash !== decision.decision.textHash) {
      return [`${symbol}: the evidence proves another text than the decision names`];
    }
    return [];
  });
}
