import { and, asc, count, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Db } from './client';
import { driverOf, preparedOnce } from './prepared';
import { meetings } from './schema/bodies';
import { brainstormRounds, inputs } from './schema/brainstorm';
import { meetingDecisions } from './schema/cycle';
import { decisions, versions } from './schema/documents';
import { proposals } from './schema/negotiation';
import { activities, plans } from './schema/plans';
import { tierDecisions } from './schema/record';

/** A document as the index needs it. */
export interface DocumentSource {
  readonly id: string;
  readonly bodyId: string;
  readonly symbol: string;
  readonly title: string;
  readonly houseStyle: 'declaration' | 'sections';
}

/** A document with the stamps of its entries, as they are now and as they stand in the index (null: not in it). */
export interface DocumentStamps extends DocumentSource {
  readonly position: number;
  /** When its text was last written in; null where nobody has. */
  readonly writtenAt: string | null;
  readonly lastVersion: number;
  /** How many proposals were tabled: their words never change, so the index is as fresh as this number. */
  readonly tabled: number;
  /** Decisions of every tier. */
  readonly decided: number;
  readonly indexedText: string | null;
  readonly indexedVersions: string | null;
  readonly indexedProposals: string | null;
  readonly indexedDecided: string | null;
}

const stamps = preparedOnce((db) =>
  driverOf(db).prepare(`
    SELECT d.id, d.bodyId, d.symbol, d.title, d.houseStyle, COALESCE(l.position, 0) AS position, l.at AS writtenAt,
      (SELECT COALESCE(MAX(number), 0) FROM versions WHERE documentId = d.id) AS lastVersion,
      (SELECT COUNT(*) FROM proposals WHERE documentId = d.id AND tabledAt IS NOT NULL) AS tabled,
      (SELECT COUNT(*) FROM decisions WHERE documentId = d.id)
        + (SELECT COUNT(*) FROM tier_decisions WHERE documentId = d.id) AS decided,
      (SELECT stamp FROM search_entries WHERE key = 'text ' || d.id) AS indexedText,
      (SELECT stamp FROM search_entries WHERE key = 'versions ' || d.id) AS indexedVersions,
      (SELECT stamp FROM search_entries WHERE key = 'proposals ' || d.id) AS indexedProposals,
      (SELECT stamp FROM search_entries WHERE key = 'decided ' || d.id) AS indexedDecided
    FROM documents d
    LEFT JOIN document_updates l ON l.documentId = d.id
      AND l.position = (SELECT MAX(position) FROM document_updates WHERE documentId = d.id)
    WHERE d.id > ? ORDER BY d.id LIMIT ?`),
);

/** The documents after `id` by the order of their ids, so many at most: asked of all of them while people type. */
export function documentStamps(db: Db, id: string, most: number): DocumentStamps[] {
  return stamps(db).all(id, most) as DocumentStamps[];
}

/** Versions that people gave a number, a name or a remark. */
export function namedVersions(db: Db, documentId: string) {
  return db
    .select({
      id: versions.id,
      number: versions.number,
      revision: versions.revision,
      name: versions.name,
      comment: versions.comment,
    })
    .from(versions)
    .where(and(eq(versions.documentId, documentId), ne(versions.kind, 'checkpoint')))
    .orderBy(asc(versions.number))
    .all();
}

/** Activities that stand in the work plans of a body. */
export function servableActivities(db: Db, bodyId: string) {
  return planSources(db)
    .filter((plan) => plan.bodyId === bodyId)
    .flatMap((plan) => standingActivities(db, plan.id));
}

/** Proposals that were tabled; drafts are nobody's to find. */
export function tabledProposals(db: Db, documentId: string) {
  return db
    .select({
      id: proposals.id,
      number: proposals.number,
      rationale: proposals.rationale,
      text: proposals.text,
    })
    .from(proposals)
    .where(and(eq(proposals.documentId, documentId), isNotNull(proposals.tabledAt)))
    .orderBy(asc(proposals.number))
    .all();
}

/** Decisions on a document, of every tier. */
export function decisionsAbout(db: Db, documentId: string) {
  const final = db
    .select({ id: decisions.id, verb: decisions.verb, wording: decisions.wording })
    .from(decisions)
    .where(eq(decisions.documentId, documentId))
    .all();
  const others = db
    .select({ id: tierDecisions.id, verb: tierDecisions.verb, wording: tierDecisions.wording })
    .from(tierDecisions)
    .where(eq(tierDecisions.documentId, documentId))
    .all();
  return [...final, ...others];
}

export function meetingDecisionCounts(db: Db) {
  return db
    .select({ meetingId: meetingDecisions.meetingId, bodyId: meetings.bodyId, decided: count() })
    .from(meetingDecisions)
    .innerJoin(meetings, eq(meetings.id, meetingDecisions.meetingId))
    .groupBy(meetingDecisions.meetingId)
    .all();
}

export function decisionsOfMeeting(db: Db, meetingId: string) {
  return db
    .select({
      id: meetingDecisions.id,
      number: meetingDecisions.number,
      wording: meetingDecisions.wording,
      wordingThai: meetingDecisions.wordingThai,
    })
    .from(meetingDecisions)
    .where(eq(meetingDecisions.meetingId, meetingId))
    .orderBy(asc(meetingDecisions.number))
    .all();
}

export function brainstormSources(db: Db) {
  return db.select().from(brainstormRounds).all();
}

/** Changes with every input that comes or is withdrawn. */
export function inputsStamp(db: Db, roundId: string): string {
  const [standing] = db
    .select({ inputs: count(), withdrawn: count(inputs.withdrawnAt) })
    .from(inputs)
    .where(eq(inputs.roundId, roundId))
    .all();
  return `${standing?.inputs ?? 0} ${standing?.withdrawn ?? 0}`;
}

export function standingInputs(db: Db, roundId: string) {
  return db
    .select({ id: inputs.id, country: inputs.country, words: inputs.words, evidence: inputs.evidence })
    .from(inputs)
    .where(and(eq(inputs.roundId, roundId), isNull(inputs.withdrawnAt)))
    .orderBy(asc(inputs.at))
    .all();
}

export function planSources(db: Db) {
  return db.select({ id: plans.id, bodyId: plans.bodyId, seq: plans.seq }).from(plans).all();
}

export function standingActivities(db: Db, planId: string) {
  return db
    .select({ id: activities.id, code: activities.code, title: activities.title })
    .from(activities)
    .where(and(eq(activities.planId, planId), isNull(activities.removedAt)))
    .orderBy(asc(activities.position))
    .all();
}
