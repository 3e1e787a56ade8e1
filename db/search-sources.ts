import { and, asc, count, eq, isNotNull, isNull, max, ne } from 'drizzle-orm';
import type { Db } from './client';
import { meetings } from './schema/bodies';
import { brainstormRounds, inputs } from './schema/brainstorm';
import { meetingDecisions } from './schema/cycle';
import { decisions, documents, versions } from './schema/documents';
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

export function documentSources(db: Db): DocumentSource[] {
  return db
    .select({
      id: documents.id,
      bodyId: documents.bodyId,
      symbol: documents.symbol,
      title: documents.title,
      houseStyle: documents.houseStyle,
    })
    .from(documents)
    .orderBy(asc(documents.id))
    .all();
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

export function lastVersionNumber(db: Db, documentId: string): number {
  return (
    db
      .select({ last: max(versions.number) })
      .from(versions)
      .where(eq(versions.documentId, documentId))
      .get()?.last ?? 0
  );
}

/** How many proposals were tabled: their words never change, so the index is as fresh as this number. */
export function tabledCount(db: Db, documentId: string): number {
  const found = db
    .select({ tabled: count() })
    .from(proposals)
    .where(and(eq(proposals.documentId, documentId), isNotNull(proposals.tabledAt)))
    .get();
  return found?.tabled ?? 0;
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

export function decisionCount(db: Db, documentId: string): number {
  const [final, others] = [decisions, tierDecisions].map(
    (table) =>
      db.select({ decided: count() }).from(table).where(eq(table.documentId, documentId)).get()?.decided ?? 0,
  );
  return (final ?? 0) + (others ?? 0);
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
