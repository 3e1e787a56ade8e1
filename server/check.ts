import { auditAt, wholeAudit } from '../db/audit-log';
import { everyClearance } from '../db/clearances';
import type { Db } from '../db/client';
import { evidenceFileOf, findDecision, listAdoptedDocuments } from '../db/decisions';
import { everyMatrix } from '../db/sources';
import { everyVersionText, findVersionById } from '../db/versions';
import { firstBreak } from '../domain/audit/chain';
import { SEALED_EVENT, sealOf } from '../domain/procedure/clearance';
import { canonicalText } from '../domain/text/canonical';
import { digestText } from '../domain/text/digest';
import type { DocumentJson } from '../domain/text/document-json';
import { tierProblems } from './check-tiers';
import { verifyEvidence } from './evidence-check';
import { standingText } from './use-cases/standing-text';

export interface Finding {
  /** What was looked at. */
  readonly area: 'database' | 'audit' | 'versions' | 'clearances' | 'evidence';
  /** One line in English, for operators. */
  readonly message: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** How much was looked at. */
  readonly counts: { readonly auditEvents: number; readonly versions: number; readonly adopted: number };
}

/**
 * Checks what the installation rests on: SQLite's own structure and foreign keys, the chain of the audit trail,
 * the hash of every version, the seals of clearances, of frozen matrices of sources, and for every adopted document that version, decision,
 * evidence and log agree.
 * Reads only; `trustedFingerprint` also asks that all evidence was signed with this key.
 */
export function checkInstallation(
  opened: { readonly db: Db; readonly integrityFindings: () => string[] },
  options: { readonly trustedFingerprint?: string } = {},
): CheckReport {
  const findings: Finding[] = opened
    .integrityFindings()
    .map((message): Finding => ({ area: 'database', message }));
  // A file that SQLite finds broken is not asked anything more: the answers would mean nothing.
  if (findings.length > 0)
    return { ok: false, findings, counts: { auditEvents: 0, versions: 0, adopted: 0 } };
  const auditEvents = checkAudit(opened.db, findings);
  const versions = checkVersions(opened.db, findings);
  checkClearances(opened.db, findings);
  const adopted = listAdoptedDocuments(opened.db);
  for (const document of adopted) {
    for (const message of evidenceProblems(opened.db, document.id, options)) {
      findings.push({
        area: 'evidence',
        message: `evidence of ${document.symbol} (${document.id}): ${message}`,
      });
    }
  }
  for (const { documentId, matrix, hash } of everyMatrix(opened.db)) {
    if (digestText(matrix) !== hash)
      findings.push({
        area: 'evidence',
        message: `the matrix of sources of ${documentId} does not have its hash`,
      });
  }
  for (const message of tierProblems(opened.db, options)) findings.push({ area: 'evidence', message });
  return { ok: findings.length === 0, findings, counts: { auditEvents, versions, adopted: adopted.length } };
}

function checkAudit(db: Db, findings: Finding[]): number {
  let count = 0;
  const counted = function* () {
    for (const event of wholeAudit(db)) {
      count += 1;
      yield event;
    }
  };
  const broken = firstBreak(counted());
  if (broken !== null) {
    const problems = {
      gap: 'an event is missing',
      link: 'an event does not follow the one before',
      hash: 'an event was changed',
    };
    findings.push({
      area: 'audit',
      message: `the audit trail breaks at event ${broken.seq}: ${problems[broken.problem]}`,
    });
  }
  return count;
}

function checkVersions(db: Db, findings: Finding[]): number {
  let count = 0;
  for (const version of everyVersionText(db)) {
    count += 1;
    if (digestText(version.text) === version.hash) continue;
    findings.push({
      area: 'versions',
      message: `version ${version.number} of ${version.documentId} does not have the hash it was stored with`,
    });
  }
  return count;
}

/** Every clearance is the one whose seal was recorded (VE13). What it is of is not said: it is its delegation's. */
function checkClearances(db: Db, findings: Finding[]): void {
  const seals = new Set<unknown>();
  for (const { kind, data } of wholeAudit(db)) if (kind === SEALED_EVENT) seals.add(data.seal);
  const find = (message: string) => findings.push({ area: 'clearances', message });
  for (const row of everyClearance(db)) {
    const { recordedBy, at, withdrawnBy, withdrawnAt } = row;
    const given = seals.delete(sealOf(row, { act: 'cleared', by: recordedBy, at }));
    const isStanding = withdrawnBy === null || withdrawnAt === null;
    const taken =
      isStanding || seals.delete(sealOf(row, { act: 'withdrawn', by: withdrawnBy, at: withdrawnAt }));
    if (!given || !taken) {
      find('a clearance is not the one whose seal the audit trail holds');
      // Its own seals are left over now, and say nothing more.
      return;
    }
  }
  if (seals.size > 0) find('the audit trail holds a seal of a clearance that is gone');
}

function evidenceProblems(
  db: Db,
  documentId: string,
  options: { readonly trustedFingerprint?: string },
): string[] {
  const decision = findDecision(db, documentId);
  const file = evidenceFileOf(db, documentId);
  if (decision === null) return ['adopted without a decision'];
  if (file === null) return ['adopted without evidence'];
  const problems: string[] = [];
  const verified = verifyEvidence(file, options);
  if (!verified.ok) problems.push(`the evidence does not verify (rule ${verified.rule})`);
  const hash = decision.decision.textHash;
  const version = findVersionById(db, decision.decision.versionId);
  if (version?.kind !== 'adopted' || version.hash !== hash) {
    problems.push('the adopted version is not the text of the decision');
  }
  if (standingText(db, documentId).hash !== hash)
    problems.push('the log holds another text than the decision');
  if (verified.ok) {
    const { evidence } = verified.value;
    const agrees =
      evidence.document.id === documentId &&
      evidence.textHash === hash &&
      evidence.decision.id === decision.decision.id &&
      evidence.decision.wording === decision.decision.wording &&
      evidence.decision.verb === decision.decision.verb &&
      version !== null &&
      canonicalText(evidence.text as DocumentJson) === version.text;
    if (!agrees) problems.push('the evidence speaks of another decision than the database');
    if (auditAt(db, evidence.audit.seq)?.hash !== evidence.audit.hash) {
      problems.push('the audit trail holds another event at the place that the evidence quotes');
    }
  }
  return problems;
}
