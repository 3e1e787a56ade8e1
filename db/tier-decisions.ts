import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { agendaItems, meetings } from './schema/bodies';
import { decisions, versions } from './schema/documents';
import { users } from './schema/people';
import { tierDecisions } from './schema/record';

export type TierDecisionRow = typeof tierDecisions.$inferSelect;

export function insertTierDecision(tx: Db, row: TierDecisionRow): void {
  tx.insert(tierDecisions).values(row).run();
}

/** Every decision of a tier, for the check of the installation. */
export function everyTierDecision(db: Db): TierDecisionRow[] {
  return db.select().from(tierDecisions).orderBy(asc(tierDecisions.at)).all();
}

/** The signed evidence of a decision of a tier, and the document it is on; or null. */
export function tierEvidenceOf(db: Db, decisionId: string): { documentId: string; file: string } | null {
  return (
    db
      .select({ documentId: tierDecisions.documentId, file: tierDecisions.evidence })
      .from(tierDecisions)
      .where(eq(tierDecisions.id, decisionId))
      .get() ?? null
  );
}

/** One decision on a text, of whichever table, with the names of where it was taken. */
export interface LineageRow {
  readonly id: string;
  readonly documentId: string;
  /** Whether the text became final by it. */
  readonly makesFinal: boolean;
  readonly versionId: string;
  /** n of the Rev.n that was decided on. */
  readonly revision: number;
  readonly verb: TierDecisionRow['verb'];
  readonly wording: string;
  readonly textHash: string;
  readonly forwardedFrom: string | null;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly at: string;
  readonly meeting: Pick<typeof meetings.$inferSelect, 'id' | 'title' | 'titleThai' | 'tier' | 'place'>;
  readonly agendaItem: Pick<typeof agendaItems.$inferSelect, 'id' | 'number' | 'title' | 'titleThai'>;
}

/** Every decision on these documents, oldest first: those of the tiers, and the one that made each final. */
export function lineageOf(db: Db, documentIds: readonly string[]): LineageRow[] {
  if (documentIds.length === 0) return [];
  return [...atTiers(db, documentIds), ...finalOnes(db, documentIds)].sort(
    (a, b) => a.at.localeCompare(b.at) || Number(a.makesFinal) - Number(b.makesFinal),
  );
}

const MEETING = {
  id: meetings.id,
  title: meetings.title,
  titleThai: meetings.titleThai,
  tier: meetings.tier,
  place: meetings.place,
};
const ITEM = {
  id: agendaItems.id,
  number: agendaItems.number,
  title: agendaItems.title,
  titleThai: agendaItems.titleThai,
};

function atTiers(db: Db, documentIds: readonly string[]): LineageRow[] {
  return db
    .select({
      row: tierDecisions,
      revision: versions.revision,
      meeting: MEETING,
      agendaItem: ITEM,
      decidedByName: users.name,
    })
    .from(tierDecisions)
    .innerJoin(versions, eq(versions.id, tierDecisions.versionId))
    .innerJoin(meetings, eq(meetings.id, tierDecisions.meetingId))
    .innerJoin(agendaItems, eq(agendaItems.id, tierDecisions.agendaItemId))
    .innerJoin(users, eq(users.id, tierDecisions.decidedBy))
    .where(inArray(tierDecisions.documentId, [...documentIds]))
    .orderBy(asc(tierDecisions.at))
    .all()
    .map(({ row, revision, ...names }) => ({
      ...shared(row),
      ...names,
      revision: revision ?? 0,
      makesFinal: false,
      forwardedFrom: row.forwardedFrom,
    }));
}

function finalOnes(db: Db, documentIds: readonly string[]): LineageRow[] {
  return db
    .select({
      row: decisions,
      revision: versions.revision,
      meeting: MEETING,
      agendaItem: ITEM,
      decidedByName: users.name,
    })
    .from(decisions)
    .innerJoin(versions, eq(versions.id, decisions.versionId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(users, eq(users.id, decisions.decidedBy))
    .where(inArray(decisions.documentId, [...documentIds]))
    .all()
    .map(({ row, revision, ...names }) => ({
      ...shared(row),
      ...names,
      revision: revision ?? 0,
      makesFinal: true,
      forwardedFrom: null,
    }));
}

function shared(row: TierDecisionRow | typeof decisions.$inferSelect) {
  const { id, documentId, versionId, verb, wording, textHash, decidedBy, at } = row;
  return { id, documentId, versionId, verb, wording, textHash, decidedBy, at };
}
