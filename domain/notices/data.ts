import { z } from 'zod';
import type { NoticeKind } from './kinds';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const count = z.number().int().min(0).max(1_000_000);
/** One word of ours: a verb, a class, a disposition, a ring. */
const term = z.string().regex(/^[A-Za-z]{1,30}$/);
/** A name of a person or a meeting: one line, short. */
const name = z
  .string()
  .max(1000)
  .regex(/^[^\p{Cc}]*$/u);
/** The number of a clause as printed: "4 (b)", "12.3", "Annex I, 2". */
const clauseNumber = z.string().regex(/^[\p{L}\p{M}\p{N}\p{P}§ ]{0,40}$/u);
const day = z.iso.date();
const instant = z.iso.datetime();

/**
 * NO2: everything a notice may carry besides its document, each with one shape wherever it stands. No field takes a
 * sentence: a notice, a mail and a log line made of these can hold no words of a text.
 */
export const NOTICE_FIELDS = {
  country,
  symbol: z.string().regex(/^\S{0,80}$/),
  /** Several: "ID,TH". */
  countries: z.string().regex(/^([A-Z]{2}(,[A-Z]{2})*)?$/),
  clauseId: id,
  clause: clauseNumber,
  proposalId: id,
  bracketId: id,
  threadId: id,
  commentId: id,
  versionId: id,
  runId: id,
  decisionId: id,
  statementId: id,
  corrigendumId: id,
  successorId: id,
  meetingId: id,
  roundId: id,
  brainstormId: id,
  actionId: id,
  number: count,
  revision: count,
  reading: count,
  hours: count,
  count,
  person: name,
  meeting: name,
  /** The title of a round of a brainstorm. */
  round: name,
  verb: term,
  disposition: term,
  class: term,
  ring: term,
  form: term,
  tier: term,
  /** A year, a half of one or a quarter: "2019-H1". */
  period: z.string().regex(/^\d{4}(-(H[12]|Q[1-4]))?$/),
  until: instant,
  day,
  from: instant,
  /** Set by `tell`: the delegation inside whose ring the person stood when told. */
  insideOf: country,
  zone: z.string().regex(/^[A-Za-z0-9_+\-/]{1,40}$/),
} as const;

type Fields = typeof NOTICE_FIELDS;
export type NoticeData = { readonly [F in keyof Fields]?: z.infer<Fields[F]> };

const Known = z.strictObject(NOTICE_FIELDS).partial();

/** What each kind's sentence cannot do without; everything else of the vocabulary is allowed, and linked by. */
const NEEDED: Readonly<Partial<Record<NoticeKind, readonly (keyof Fields)[]>>> = {
  revisionIssued: ['revision'],
  silenceStarted: ['until'],
  silenceReminder: ['until'],
  silenceExtended: ['until'],
  corrigendumProposed: ['until'],
  findingTakenBack: ['person'],
  roundOpened: ['period', 'until'],
  roundWindowChanged: ['period', 'until'],
  brainstormOpened: ['brainstormId', 'round'],
  brainstormMoved: ['brainstormId', 'round', 'until'],
  brainstormClosing: ['brainstormId', 'round', 'until'],
  brainstormClosed: ['brainstormId', 'round'],
  returnDue: ['period', 'until'],
  actionAssigned: ['meetingId', 'actionId'],
  actionDue: ['meetingId', 'actionId', 'day'],
};

/** The data of a notice, or the names of the fields that are unknown, missing or of another shape. */
export function noticeData(
  kind: NoticeKind,
  data: unknown,
): { readonly ok: true; readonly data: NoticeData } | { readonly ok: false; readonly fields: string[] } {
  const parsed = Known.safeParse(data);
  if (!parsed.success) {
    const fields = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')],
    );
    return { ok: false, fields };
  }
  const missing = (NEEDED[kind] ?? []).filter((field) => parsed.data[field] === undefined);
  return missing.length > 0 ? { ok: false, fields: missing } : { ok: true, data: parsed.data as NoticeData };
}
