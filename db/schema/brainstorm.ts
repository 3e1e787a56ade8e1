import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bodies, countries, meetings } from './bodies';
import { documents } from './documents';
import { users } from './people';

/** A round in which delegations name challenges and proposals. */
export const brainstormRounds = sqliteTable(
  'brainstorm_rounds',
  {
    id: text().primaryKey(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    meetingId: text().references(() => meetings.id),
    title: text().notNull(),
    question: text().notNull().default(''),
    /** JSON list of tags, the priority areas: [{key, title, titleThai}]. */
    tags: text().notNull().default('[]'),
    /** Delegations do not see each other's inputs until the round closes. */
    isHidden: integer({ mode: 'boolean' }).notNull(),
    /** Dots a delegation may give; 0: none are asked for. */
    dots: integer().notNull(),
    opensAt: text().notNull(),
    /** The instant at which it closes by itself; null: when somebody closes it. */
    closesAt: text(),
    /** The last reminder that went out, with the close it was about: "day:2019-02-22T10:00:00.000Z". */
    reminded: text().notNull().default(''),
    closedAt: text(),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: text().notNull(),
  },
  (table) => [index('brainstorm_rounds_of_body').on(table.bodyId)],
);

/** What a delegation said. Never edited; it may be withdrawn while the round is open. */
export const inputs = sqliteTable(
  'inputs',
  {
    id: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => brainstormRounds.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    kind: text({ enum: ['challenge', 'proposal'] }).notNull(),
    words: text().notNull(),
    evidence: text().notNull().default(''),
    language: text().notNull(),
    tags: text().notNull().default('[]'),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (table) => [index('inputs_of_round').on(table.roundId)],
);

/** A remark beside an input. Append-only. */
export const inputNotes = sqliteTable(
  'input_notes',
  {
    id: text().primaryKey(),
    inputId: text()
      .notNull()
      .references(() => inputs.id),
    words: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    country: text(),
    at: text().notNull(),
  },
  (table) => [index('notes_of_input').on(table.inputId)],
);

/** What several inputs have in common, in the secretariat's words. */
export const clusters = sqliteTable(
  'clusters',
  {
    id: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => brainstormRounds.id),
    title: text().notNull(),
    synthesis: text().notNull().default(''),
    tag: text(),
    position: integer().notNull(),
    /** The cluster it was merged into, or split from. */
    mergedIntoId: text(),
    splitFromId: text(),
    rev: integer().notNull().default(0),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    closedAt: text(),
  },
  (table) => [index('clusters_of_round').on(table.roundId)],
);

/** Which inputs a cluster gathers; with history. */
export const clusterInputs = sqliteTable(
  'cluster_inputs',
  {
    id: text().primaryKey(),
    clusterId: text()
      .notNull()
      .references(() => clusters.id),
    inputId: text()
      .notNull()
      .references(() => inputs.id),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    removedAt: text(),
  },
  (table) => [index('inputs_of_cluster').on(table.clusterId), index('clusters_of_input').on(table.inputId)],
);

/** A delegation's dots on a cluster: advice, never a decision. */
export const clusterDots = sqliteTable(
  'cluster_dots',
  {
    clusterId: text()
      .notNull()
      .references(() => clusters.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    dots: integer().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.clusterId, table.country] })],
);

/** Where a clause comes from. Ended, never deleted. */
export const clauseSources = sqliteTable(
  'clause_sources',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    clauseId: text().notNull(),
    clusterId: text().references(() => clusters.id),
    inputId: text().references(() => inputs.id),
    relation: text({ enum: ['takenUp', 'partly', 'merged', 'noted'] }).notNull(),
    reason: text().notNull().default(''),
    /** Position of the log of the text when the link was made. */
    position: integer().notNull(),
    /** The link of the predecessor that a successor took over with its text. */
    fromSourceId: text(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    endedAt: text(),
  },
  (table) => [
    index('sources_of_clause').on(table.documentId, table.clauseId),
    index('sources_by_cluster').on(table.clusterId),
  ],
);

/** What became of an input, with the reason. Append-only; the newest stands. */
export const inputOutcomes = sqliteTable(
  'input_outcomes',
  {
    id: text().primaryKey(),
    inputId: text()
      .notNull()
      .references(() => inputs.id),
    documentId: text().references(() => documents.id),
    outcome: text({ enum: ['takenUp', 'partly', 'merged', 'noted', 'notTakenUp'] }).notNull(),
    reason: text().notNull().default(''),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('outcomes_of_input').on(table.inputId)],
);

/** From where to where, as it stood when the text was adopted. Never changed. */
export const sourceMatrices = sqliteTable('source_matrices', {
  documentId: text()
    .primaryKey()
    .references(() => documents.id),
  /** Canonical JSON, and its hash. */
  matrix: text().notNull(),
  hash: text().notNull(),
  at: text().notNull(),
});
