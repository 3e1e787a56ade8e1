import canonicalize from 'canonicalize';
import { accept, type Outcome, refuse } from '../refusal';
import { canonicalDocument, textHash } from '../text/canonical';
import { digestBytes } from '../text/digest';
import type { DocumentJson } from '../text/document-json';
import { isNode } from '../text/node-shape';
import { checkStatements } from './evidence-proof';
import {
  EVIDENCE_FORMAT,
  EVIDENCE_FORMATS,
  type Evidence,
  FIRST_FORMAT,
  FirstShape,
  type FullEvidence,
  Shape,
} from './evidence-shape';
import { isNestedBeyond, repeatsAKey } from './json-keys';

export type { DecidedHow, Evidence, EvidencePosition, ForwardedFrom, FullEvidence } from './evidence-shape';
export { EVIDENCE_FORMAT, EVIDENCE_FORMATS } from './evidence-shape';

export type EvidenceFacts = Omit<FullEvidence, 'format' | 'text' | 'textHash' | 'publicKey' | 'signature'> & {
  readonly text: DocumentJson;
};

/** Whoever signs: the key is not the domain's business. */
export interface EvidenceSigner {
  readonly publicKey: string;
  sign(text: string): string;
}

/** Whoever checks a signature. `verify` is false for a wrong signature and for a key that cannot be read. */
export interface SignatureCheck {
  verify(publicKey: string, text: string, signature: string): boolean;
}

/** The evidence file of a decision: the text in canonical form, its hash, the decision, signed together. */
export function buildEvidence(facts: EvidenceFacts, signer: EvidenceSigner): FullEvidence {
  const { text, ...rest } = facts;
  const unsigned = {
    format: EVIDENCE_FORMAT,
    ...rest,
    text: canonicalDocument(text) as FullEvidence['text'],
    textHash: textHash(text),
    publicKey: signer.publicKey,
  } as const;
  return { ...unsigned, signature: signer.sign(signedText(unsigned)) };
}

/** How an evidence is written to a file: for people to read; the signature does not depend on the layout. */
export function evidenceFile(evidence: Evidence): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}

/** What is signed: RFC 8785 JSON of everything but the signature. */
export function signedText(evidence: Omit<Evidence, 'signature'>): string {
  const { signature: _, ...rest } = evidence as Evidence;
  return canonicalize(rest) ?? '';
}

export interface VerifiedEvidence {
  readonly evidence: Evidence;
  /** Of the key that signed: compare it with the one the installation publishes. */
  readonly fingerprint: string;
}

/**
 * Whether a file proves what it says. Refusals say what is wrong with it: PR26 no evidence at all, PR27 of a kind
 * we do not know, PR28 the words were changed, PR29 the decision, the roster or another statement was changed
 * (or the signature itself), PR30 signed with another key than the trusted one, DE2–DE5 signed and contradicting
 * itself.
 */
export function checkEvidence(
  fileText: string,
  check: SignatureCheck,
  trustedFingerprint?: string,
): Outcome<VerifiedEvidence> {
  const parsed = parseEvidence(fileText);
  if (!parsed.ok) return parsed;
  const evidence = parsed.value;
  const found = textHash(evidence.text as DocumentJson);
  if (found !== evidence.textHash) return refuse('PR28', { expected: evidence.textHash, found });
  const fingerprint = keyFingerprint(evidence.publicKey);
  if (fingerprint === null || !check.verify(evidence.publicKey, signedText(evidence), evidence.signature)) {
    return refuse('PR29');
  }
  if (trustedFingerprint !== undefined && plainFingerprint(trustedFingerprint) !== fingerprint) {
    return refuse('PR30', { fingerprint, trusted: plainFingerprint(trustedFingerprint) });
  }
  if (evidence.format === EVIDENCE_FORMAT) {
    const agrees = checkStatements(evidence);
    if (!agrees.ok) return agrees;
  }
  return accept({ evidence, fingerprint });
}

/** No text and no decision is nested so deep; what is was made to exhaust whoever walks through it. */
const MOST_NESTED = 200;

function parseEvidence(fileText: string): Outcome<Evidence> {
  if (isNestedBeyond(fileText, MOST_NESTED)) return refuse('PR26');
  let value: unknown;
  try {
    value = JSON.parse(fileText.replace(/^\uFEFF/, ''), (_key, entry: unknown) => {
      // "1e999" reads as infinity, which no canonical form has.
      if (typeof entry === 'number' && !Number.isFinite(entry)) throw new RangeError('no number of JSON');
      return entry;
    });
  } catch {
    return refuse('PR26');
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return refuse('PR26');
  if (!EVIDENCE_FORMATS.includes(value.format)) {
    return refuse('PR27', { format: String(value.format).slice(0, 60) });
  }
  const shaped = (value.format === FIRST_FORMAT ? FirstShape : Shape).safeParse(value);
  // A key that stands twice reads one way to a person and another to a program.
  return shaped.success && isNode(shaped.data.text) && !repeatsAKey(fileText)
    ? accept(shaped.data)
    : refuse('PR26');
}

/** SHA-256 of a public key's DER form, 64 hex digits; null where the PEM text holds none. */
export function keyFingerprint(publicKey: string): string | null {
  const inside = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(publicKey)?.[1];
  if (inside === undefined) return null;
  try {
    const der = atob(inside.replace(/\s+/g, ''));
    return digestBytes(Uint8Array.from(der, (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** A fingerprint as people copy it: spaces, colons and capitals do not count. */
function plainFingerprint(text: string): string {
  return text.replace(/[\s:]+/g, '').toLowerCase();
}
