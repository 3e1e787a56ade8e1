import { z } from 'zod';
import { STANCES } from '../negotiation/types';
import { DECISION_VERBS, DOCUMENT_KINDS, MEETING_TIERS } from './states';

/** Written until Mufakat knew of positions and tiers. Files of this format stay valid for ever. */
export const FIRST_FORMAT = 'mufakat-evidence/1';
/** What is written now. */
export const EVIDENCE_FORMAT = 'mufakat-evidence/2';
export const EVIDENCE_FORMATS: readonly unknown[] = [FIRST_FORMAT, EVIDENCE_FORMAT];

const Text = z.string();
const Count = z.number().int().nonnegative();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime();
const Person = z.strictObject({ name: Text, country: Text.nullable() });

const Document = z.strictObject({
  id: Text,
  symbol: Text,
  title: Text,
  kind: z.enum(DOCUMENT_KINDS),
  language: Text,
  houseStyle: Text,
  leadCountry: Text.nullable(),
  predecessorId: Text.nullable(),
  body: z.strictObject({ acronym: Text, name: Text }),
});
const Version = z.strictObject({ number: z.number().int(), revision: z.number().int() });
const Words = z.looseObject({ type: z.literal('doc') });
const Meeting = z.strictObject({
  title: Text,
  series: Text,
  tier: z.enum(MEETING_TIERS),
  place: Text,
  startsOn: Text,
  endsOn: Text,
});
const decision = {
  id: Text,
  verb: z.enum(DECISION_VERBS),
  wording: Text,
  meeting: Meeting,
  agendaItem: z.strictObject({ number: Text, title: Text }),
  at: Text,
  decidedBy: Person,
  roster: z.array(
    z.strictObject({
      country: Text,
      name: Text,
      standing: z.enum(['member', 'observer', 'partner']),
      inTheChair: z.boolean(),
    }),
  ),
};

export const FirstShape = z.strictObject({
  format: z.literal(FIRST_FORMAT),
  document: Document,
  version: Version,
  text: Words,
  textHash: Hash,
  decision: z.strictObject(decision),
  audit: z.strictObject({ seq: z.number().int(), hash: Hash }),
  publicKey: Text,
  signature: Text,
});

/** How a decision came about. */
const How = z.discriminatedUnion('kind', [
  /** The chair found no objection; a second person of the secretariat confirmed it where the body asks for one. */
  z.strictObject({ kind: z.literal('inTheRoom'), confirmedBy: z.strictObject({ name: Text }).nullable() }),
  /** Nobody broke the silence from its start to its end, an instant said in a zone (IANA). */
  z.strictObject({ kind: z.literal('bySilence'), startedAt: Instant, expiresAt: Instant, zone: Text }),
]);

/** The decision by which the text came to this tier. */
const Forwarded = z.strictObject({
  id: Text,
  verb: z.enum(DECISION_VERBS),
  meeting: Text,
  tier: z.enum(MEETING_TIERS),
  at: Instant,
  textHash: Hash,
});

/** Where a delegation stood, of what it tabled: on a clause, or on the whole text. */
const Position = z.strictObject({
  on: z.enum(['document', 'clause']),
  clauseId: Text.nullable(),
  country: Text,
  stance: z.enum(STANCES),
  /** Of the words it was taken on. */
  hash: Hash,
  at: Instant,
});

export const Shape = z.strictObject({
  format: z.literal(EVIDENCE_FORMAT),
  document: Document,
  version: Version,
  text: Words,
  textHash: Hash,
  decision: z.strictObject({
    ...decision,
    at: Instant,
    /** Whether the text became final by it; otherwise it stayed open, or was final already. */
    makesFinal: z.boolean(),
    how: How,
    /** Members known not to have been there; null where nobody recorded who was. */
    absent: z.array(z.strictObject({ country: Text, name: Text })).nullable(),
    forwardedFrom: Forwarded.nullable(),
  }),
  positions: z.array(Position),
  /** Statements and explanations of position attached to the record by then. */
  statements: Count,
  audit: z.strictObject({
    seq: z.number().int().positive(),
    hash: Hash,
    /** Of the event before; empty for the first. */
    previousHash: z.union([Hash, z.literal('')]),
    /** The event of the decision as it is hashed, without its number. */
    event: z.strictObject({
      at: Instant,
      actorId: Text.nullable(),
      actorName: Text,
      country: Text.nullable(),
      kind: Text,
      bodyId: Text.nullable(),
      subjectType: Text,
      subjectId: Text,
      data: z.record(z.string(), z.unknown()),
    }),
  }),
  publicKey: Text,
  signature: Text,
});

export type FirstEvidence = z.infer<typeof FirstShape>;
export type FullEvidence = z.infer<typeof Shape>;
/** What proves a decision on a text, and everything that proof rests on, in one file. */
export type Evidence = FirstEvidence | FullEvidence;
export type EvidencePosition = z.infer<typeof Position>;
export type DecidedHow = z.infer<typeof How>;
export type ForwardedFrom = z.infer<typeof Forwarded>;
