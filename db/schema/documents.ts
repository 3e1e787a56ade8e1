import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { agendaItems, bodies, countries, meetings } from './bodies';
import { users } from './people';

export const documents = sqliteTable(
  'documents',
  {
    id: text().primaryKey(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    symbol: text().notNull().unique(),
    kind: text({ enum: ['statement', 'workPlan', 'conceptNote', 'report', 'paper'] }).notNull(),
    title: text().notNull(),
    /** Authentic language of the text. */
    language: text().notNull().default('en'),
    houseStyle: text({ enum: ['declaration', 'sections'] }).notNull(),
    leadCountry: text().references(() => countries.code),
    meetingId: text().references(() => meetings.id),
    agendaItemId: text().references(() => agendaItems.id),
    state: text({
      enum: ['draft', 'circulated', 'negotiation', 'agreed', 'silence', 'adopted', 'withdrawn', 'notAdopted'],
    })
      .notNull()
      .default('draft'),
    /** Counts every change of state or of the pens; an optimistic lock for procedural acts. */
    stateSeq: integer().notNull().default(0),
    /** Set while the chair has stopped writing for the adoption (PR5). */
    pensDownAt: text(),
    pensDownBy: text().references(() => users.id),
    /** The adopted document whose text this one started from. */
    predecessorId: text(),
    /** The wording is of the demo, written in the manner of such texts; said on screen and paper. */
    isIllustrative: integer({ mode: 'boolean' }).notNull().default(false),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: text().notNull(),
  },
  (table) => [index('documents_by_body').on(table.bodyId), index('documents_by_meeting').on(table.meetingId)],
);

/**
 * The log: one row per accepted update, in the order of `position` (1, 2, 3 … per text). Truth of the text. `documentId`
 * names a document, or a proposal while its words are being drafted; a trigger refuses anything else.
 */
export const documentUpdates = sqliteTable(
  'document_updates',
  {
    documentId: text().notNull(),
    position: integer().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** Delegation the person spoke for at that instant, or null (secretariat). */
    country: text(),
    sessionId: text(),
    /** Yjs client id of the connection; null for the server's own hand (restore, repair, seed). */
    clientId: integer(),
    at: text().notNull(),
    /** Yjs update, v1 encoding. */
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
);

/**
 * Compacted state through a position of the log: derived, can be deleted and rebuilt. The state vector saves an
 * opening from decoding the state; the checksum (CRC-32 of the bytes) says that it is what was stored.
 */
export const documentStates = sqliteTable('document_states', {
  documentId: text().primaryKey(),
  throughPosition: integer().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  stateVector: blob({ mode: 'buffer' }).notNull(),
  checksum: integer().notNull(),
});

/** The authorship ledger of a document through a position of the log: derived, can be deleted and rebuilt. */
export const documentLedgers = sqliteTable('document_ledgers', {
  documentId: text()
    .primaryKey()
    .references(() => documents.id),
  throughPosition: integer().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

/** The hands of a version's text in reading order, read off the ledger at its position: derived like it. */
export const ledgerReadings = sqliteTable(
  'ledger_readings',
  {
    documentId: text()
      .notNull()
      .references(() => documents.id),
    position: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
);

/** Which person a Yjs client id of a document belongs to: first use binds it for ever. */
export const clientBindings = sqliteTable(
  'client_bindings',
  {
    documentId: text().notNull(),
    clientId: integer().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    country: text(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.clientId] })],
);

export const versions = sqliteTable(
  'versions',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    /** 1, 2, 3 … per document; how people cite a version. */
    number: integer().notNull(),
    kind: text({ enum: ['checkpoint', 'named', 'revision', 'restored', 'imported', 'adopted'] }).notNull(),
    /** n of "Rev.n", only for issued revisions and the adopted text. */
    revision: integer(),
    name: text().notNull().default(''),
    comment: text().notNull().default(''),
    /** State of the document when the version was taken. */
    state: text().notNull(),
    /** Position of the log whose text this is. */
    position: integer().notNull(),
    /** Canonical JSON of the text (domain/text/canonical). */
    text: text().notNull(),
    hash: text().notNull(),
    words: integer().notNull(),
    /** ISO codes of the delegations that wrote since the version before, as a JSON array; "" stands for the secretariat. */
    delegations: text().notNull().default('[]'),
    takenBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [uniqueIndex('versions_by_number').on(table.documentId, table.number)],
);

/** Words added and removed against the version before: derived by the redline, filled after the version is stored. */
export const versionCounts = sqliteTable('version_counts', {
  versionId: text()
    .primaryKey()
    .references(() => versions.id),
  wordsInserted: integer().notNull(),
  wordsDeleted: integer().notNull(),
});

export const decisions = sqliteTable('decisions', {
  id: text().primaryKey(),
  documentId: text()
    .notNull()
    .references(() => documents.id),
  versionId: text()
    .notNull()
    .references(() => versions.id),
  bodyId: text()
    .notNull()
    .references(() => bodies.id),
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
  decidedBy: text()
    .notNull()
    .references(() => users.id),
  at: text().notNull(),
});

/** The signed evidence of an adopted text, exactly as it is downloaded. */
export const evidences = sqliteTable('evidences', {
  documentId: text()
    .primaryKey()
    .references(() => documents.id),
  decisionId: text()
    .notNull()
    .references(() => decisions.id),
  /** The evidence file, JSON. */
  file: text().notNull(),
  at: text().notNull(),
});
