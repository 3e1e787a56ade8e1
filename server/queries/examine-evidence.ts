import { findAnnulment } from '../../db/annulments';
import { auditAt } from '../../db/audit-log';
import { evidenceFileOf } from '../../db/decisions';
import { tierEvidenceOf } from '../../db/tier-decisions';
import { type Evidence, keyFingerprint } from '../../domain/procedure/evidence';
import { accept, type Outcome, type Refusal, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { verifyEvidence } from '../evidence-check';
import type { Examination } from '../ports';
import type { Runtime } from '../runtime';
import { checkText } from '../text/ydoc';

/** What strangers may bring: the longest evidence of a real text is a tenth of it. */
export const EVIDENCE_MEGABYTES = 4;

/**
 * Looks at an evidence file that anybody brought, and a fingerprint they may have read off a paper. Refusals: DE8
 * no file, DE9 no fingerprint; whatever is wrong with the file itself is part of the answer.
 */
export function examineEvidence(input: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of a text in hexadecimal as people copy it, or "". */
  readonly hash: string;
}): Outcome<Examination> {
  if (input.bytes.length === 0) return refuse('DE8');
  const hash = input.hash.replace(/[\s:]+/g, '').toLowerCase();
  if (hash !== '' && !/^[0-9a-f]{64}$/.test(hash)) return refuse('DE9');
  const fileName = input.fileName.normalize('NFC').slice(0, 120);
  const found = judge(input.bytes);
  return accept({ fileName, askedHash: hash === '' ? null : hash, found });
}

function judge(bytes: Uint8Array): Examination['found'] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('PR26');
  }
  const verified = verifyEvidence(text);
  if (!verified.ok) return verified;
  // Anybody can sign anything with a key of their own: what is not a text of ours is not shown as one.
  const fault = checkText(verified.value.evidence.text as DocumentJson);
  return fault === null ? verified : refuse('DE10', { fault });
}

export interface ExaminationView {
  readonly fileName: string;
  readonly refusal: Refusal | null;
  readonly proven: ProvenEvidence | null;
}

export interface ProvenEvidence {
  readonly evidence: Evidence;
  readonly fingerprint: string;
  /** Signed here: with the key of this installation, or the very evidence that it keeps. */
  readonly isOurs: boolean;
  /** Of ours: the audit trail still holds the event that the file quotes. */
  readonly isInTrail: boolean;
  /** Of ours: when and why the decision was annulled within its sitting, or null. */
  readonly annulled: { readonly at: string; readonly reason: string } | null;
  /** Whether the text has the fingerprint that was asked about; null where none was. */
  readonly hashMatches: boolean | null;
}

/** What was found, with what this installation knows of it now. Only whoever holds a signed file learns of a decision. */
export function examinationView(runtime: Runtime, examination: Examination): ExaminationView {
  const { fileName, askedHash, found } = examination;
  if (!found.ok) return { fileName, refusal: found, proven: null };
  const { evidence, fingerprint } = found.value;
  const isOurs = fingerprint === keyFingerprint(runtime.signer.publicKey) || isKeptHere(runtime, evidence);
  const annulment = isOurs ? findAnnulment(runtime.db, evidence.decision.id) : null;
  return {
    fileName,
    refusal: null,
    proven: {
      evidence,
      fingerprint,
      isOurs,
      isInTrail: isOurs && auditAt(runtime.db, evidence.audit.seq)?.hash === evidence.audit.hash,
      annulled: annulment === null ? null : { at: annulment.at, reason: annulment.reason },
      hashMatches: askedHash === null ? null : askedHash === evidence.textHash,
    },
  };
}

/** An installation that lost its key signs with another one; what it signed before is its own all the same. */
function isKeptHere(runtime: Runtime, evidence: Evidence): boolean {
  const adopted = evidenceFileOf(runtime.db, evidence.document.id);
  const ofTier = tierEvidenceOf(runtime.db, evidence.decision.id)?.file ?? null;
  return [adopted, ofTier].some((file) => {
    if (file === null) return false;
    const kept = JSON.parse(file) as Evidence;
    return kept.signature === evidence.signature && kept.publicKey === evidence.publicKey;
  });
}

/** The key that this installation signs with, for everybody. */
export function publishedKey(runtime: Runtime): { readonly pem: string; readonly fingerprint: string } {
  const pem = runtime.signer.publicKey;
  return { pem, fingerprint: keyFingerprint(pem) ?? '' };
}
