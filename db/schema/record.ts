import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { agendaItems, countries, meetings } from './bodies';
import { decisions, documents, versions } from './documents';
import { users } from './people';

/**
 * A decision of one tier on one text that stays open (agreed at the Preparatory Meeting) or is adopted already
 * (adopted again by the Heads, noted above). The decision that makes a text final is in `decisions`.
 */
export const tierDecisions = sqliteTable(
  'tier_decisions',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    versionId: text()
      .notNull()
      .references(() => versions.id),
    bodyId: text().notNull(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id),
    verb: text({ enum: ['noted', 'welcomed', 'agreed', 'endorsed', 'approved', 'adopted'] }).notNull(),
    wording: text().notNull(),
    textHash: text().notNull(),
    /** JSON of `RosterLine[]` as it stood at that instant. */
    roster: text().notNull(),
    /** The decision, of whichever table, by which the text came to this tier; null for the first. */
    forwardedFrom: text(),
    /** Signed evidence of this decision, JSON. */
    evidence: text().notNull(),
    decidedBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('tier_decisions_on_document').on(table.documentId)],
);

/**
 * What one person has entered for the record and a second has yet to confirm (DE39): the decision of a tier, or a
 * corrigendum. `what` is JSON, the command as it was given; `outcomeId` the decision or corrigendum that came of it.
 */
export const recordFindings = sqliteTable(
  'record_findings',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    kind: text({ enum: ['tierDecision', 'corrigendum'] }).notNull(),
    what: text().notNull(),
    foundBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    confirmedBy: text().references(() => users.id),
    confirmedAt: text(),
    outcomeId: text(),
    withdrawnAt: text(),
  },
  (table) => [index('record_findings_of_document').on(table.documentId)],
);

/** A statement or explanation of position: attached to the record of a decision, never to the text. Append-only. */
export const recordStatements = sqliteTable(
  'record_statements',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    decisionId: text().notNull(),
    country: text()
      .notNull()
      .references(() => countries.code),
    kind: text({ enum: ['statement', 'explanation', 'reservation'] }).notNull(),
    language: text().notNull(),
    text: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (table) => [index('statements_on_document').on(table.documentId)],
);

/** A decision annulled within its sitting: a new record; the decision stays as it was. */
export const annulments = sqliteTable('annulments', {
  decisionId: text()
    .primaryKey()
    .references(() => decisions.id),
  documentId: text()
    .notNull()
    .references(() => documents.id),
  /** The document in which the work on the same text goes on. */
  successorId: text().references(() => documents.id),
  reason: text().notNull(),
  by: text()
    .notNull()
    .references(() => users.id),
  at: text().notNull(),
});

/** A slip of the pen in an adopted text, put right beside it: both are kept (Corr.n). */
export const corrigenda = sqliteTable(
  'corrigenda',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    number: integer().notNull(),
    clauseId: text().notNull(),
    /** The words as adopted and as corrected, plain. */
    before: text().notNull(),
    after: text().notNull(),
    /** The corrected text, canonical JSON, and its hash. */
    text: text().notNull(),
    hash: text().notNull(),
    reason: text().notNull(),
    state: text({ enum: ['proposed', 'issued', 'objected', 'withdrawn'] }).notNull(),
    /** Issued at this instant unless a delegation objects before. */
    noObjectionUntil: text().notNull(),
    objectedBy: text(),
    objection: text().notNull().default(''),
    proposedBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    issuedAt: text(),
  },
  (table) => [index('corrigenda_of_document').on(table.documentId)],
);
