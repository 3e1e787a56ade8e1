import { desc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { corrigenda } from './schema/record';
import { silenceEvents, silenceRuns } from './schema/silence';

/** An instant by which delegations must have spoken. */
export interface Deadline {
  readonly id: string;
  readonly of: 'silence' | 'corrigendum';
  readonly documentId: string;
  /** n of Corr.n; 0 for a silence procedure. */
  readonly number: number;
  readonly endsAt: string;
  /** How often it was changed since it was first told. */
  readonly sequence: number;
  readonly changedAt: string;
  /** It will not come: the procedure was broken or cancelled, the corrigendum objected to or withdrawn. */
  readonly isOff: boolean;
  readonly isRunning: boolean;
}

/** What moves the end of a run, or calls it off. */
const CHANGES = ['extended', 'outageExtended', 'cancelled', 'objected', 'amended'] as const;

/** Deadlines on these documents, the newest first. */
export function deadlinesOn(db: Db, documentIds: readonly string[]): Deadline[] {
  if (documentIds.length === 0) return [];
  return [...silenceDeadlines(db, documentIds), ...corrigendumDeadlines(db, documentIds)];
}

function silenceDeadlines(db: Db, documentIds: readonly string[]): Deadline[] {
  const runs = db
    .select()
    .from(silenceRuns)
    .where(inArray(silenceRuns.documentId, [...documentIds]))
    .orderBy(desc(silenceRuns.startedAt))
    .all();
  return runs.map((run) => {
    const events = db
      .select({ kind: silenceEvents.kind, at: silenceEvents.at })
      .from(silenceEvents)
      .where(eq(silenceEvents.runId, run.id))
      .all()
      .filter((event) => CHANGES.some((kind) => kind === event.kind));
    return {
      id: run.id,
      of: 'silence',
      documentId: run.documentId,
      number: 0,
      endsAt: run.expiresAt,
      sequence: events.length,
      changedAt: events.map((event) => event.at).reduce((a, b) => (a > b ? a : b), run.startedAt),
      isOff: run.state === 'broken' || run.state === 'cancelled',
      isRunning: run.state === 'running',
    };
  });
}

function corrigendumDeadlines(db: Db, documentIds: readonly string[]): Deadline[] {
  const rows = db
    .select()
    .from(corrigenda)
    .where(inArray(corrigenda.documentId, [...documentIds]))
    .orderBy(desc(corrigenda.at))
    .all();
  return rows.map((row) => {
    const isOff = row.state === 'objected' || row.state === 'withdrawn';
    return {
      id: row.id,
      of: 'corrigendum',
      documentId: row.documentId,
      number: row.number,
      endsAt: row.noObjectionUntil,
      sequence: isOff ? 1 : 0,
      changedAt: row.at,
      isOff,
      isRunning: row.state === 'proposed',
    };
  });
}
