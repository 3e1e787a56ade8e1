import canonicalize from 'canonicalize';
import { z } from 'zod';
import { accept, type Outcome, refuse } from '../refusal';
import { canonicalDocument, textHash } from '../text/canonical';
import { digestBytes } from '../text/digest';
import type { DocumentJson } from '../text/document-json';
import { repeatsAKey } from './json-keys';
import { DECISION_VERBS, DOCUMENT_KINDS, MEETING_TIERS } from './states';

export const EVIDENCE_FORMAT = 'mufakat-evidence/1';

const Text = z.string();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const Shape = z.strictObject({
  format: z.literal(EVIDENCE_FORMAT),
  document: z.strictObject({
    id: Text,
    symbol: Text,
    title: Text,
    kind: z.enum(DOCUMENT_KINDS),
    language: Text,
    houseStyle: Text,
    leadCountry: Text.nullable(),
    predecessorId: Text.nullable(),
    body: z.strictObject({ acronym: Text, name: Text }),
  }),
  version: z.strictObject({ number: z.number().int(), revision: z.number().int() }),
  text: z.looseObject({ type: z.literal('doc') }),
  textHash: Hash,
  decision: z.strictObject({
    id: Text,
    verb: z.enum(DECISION_VERBS),
    wording: Text,
    meeting: z.strictObject({
      title: Text,
      series: Text,
      tier: z.enum(MEETING_TIERS),
      place: Text,
      startsOn: Text,
      endsOn: Text,
    }),
    agendaItem: z.strictObject({ number: Text, title: Text }),
    at: Text,
    decidedBy: z.strictObject({ name: Text, country: Text.nullable() }),
    roster: z.array(
      z.strictObject({
        country: Text,
        name: Text,
        standing: z.enum(['member', 'observer', 'partner']),
        inTheChair: z.boolean(),
      }),
    ),
  }),
  audit: z.strictObject({ seq: z.number().int(), hash: Hash }),
  publicKey: Text,
  signature: Text,
});

/** What proves an adopted text, and everything that proof rests on, in one file. */
export type Evidence = z.infer<typeof Shape>;
export type EvidenceFacts = Omit<Evidence, 'format' | 'text' | 'textHash' | 'publicKey' | 'signature'> & {
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
export function buildEvidence(facts: EvidenceFacts, signer: EvidenceSigner): Evidence {
  const { text, ...rest } = facts;
  const unsigned = {
    format: EVIDENCE_FORMAT,
    ...rest,
    text: canonicalDocument(text) as Evidence['text'],
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
 * (or the signature itself), PR30 signed with another key than the trusted one.
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
  return accept({ evidence, fingerprint });
}

function parseEvidence(fileText: string): Outcome<Evidence> {
  let value: unknown;
  try {
    value = JSON.parse(fileText.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('PR26');
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return refuse('PR26');
  if (value.format !== EVIDENCE_FORMAT) return refuse('PR27', { format: String(value.format).slice(0, 60) });
  const shaped = Shape.safeParse(value);
  // A key that stands twice reads one way to a person and another to a program.
  return shaped.success && !repeatsAKey(fileText) ? accept(shaped.data) : refuse('PR26');
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
