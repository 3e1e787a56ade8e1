import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { agendaItems, countries, meetings } from './bodies';
import { documents, versions } from './documents';
import { users } from './people';

/** How a body runs its silence procedures. A body without a row has the defaults of domain/silence. */
export const silenceRules = sqliteTable('silence_rules', {
  bodyId: text().primaryKey(),
  minimumHours: integer().notNull(),
  /** An outage within so many minutes before the end extends the run by as long as it lasted. */
  outageMinutes: integer().notNull(),
  /** Whether members see who broke the silence. */
  namesBreaker: integer({ mode: 'boolean' }).notNull(),
  /** JSON list of days, YYYY-MM-DD, on which an end is warned against. */
  holidays: text().notNull().default('[]'),
});

/** One silence procedure: a frozen text that is adopted at `expiresAt` unless somebody breaks the silence. */
export const silenceRuns = sqliteTable(
  'silence_runs',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    versionId: text()
      .notNull()
      .references(() => versions.id),
    hash: text().notNull(),
    state: text({ enum: ['running', 'adopted', 'broken', 'cancelled'] }).notNull(),
    verb: text().notNull(),
    wording: text().notNull(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text()
      .notNull()
      .references(() => agendaItems.id),
    startedBy: text()
      .notNull()
      .references(() => users.id),
    startedAt: text().notNull(),
    /** The instant of the end, and the zone it is said in (IANA). */
    expiresAt: text().notNull(),
    zone: text().notNull(),
    endedAt: text(),
    /** When the end was announced at a meeting. */
    announcedAt: text(),
  },
  (table) => [
    index('silence_runs_of_document').on(table.documentId),
    index('silence_runs_by_end').on(table.state, table.expiresAt),
  ],
);

/** Everything that happened in a run. Append-only. `receipt` names what was received, once (idempotent). */
export const silenceEvents = sqliteTable(
  'silence_events',
  {
    id: text().primaryKey(),
    runId: text()
      .notNull()
      .references(() => silenceRuns.id),
    kind: text({
      enum: [
        'started',
        'reminded',
        'objected',
        'amended',
        'extended',
        'outageExtended',
        'cancelled',
        'expired',
        'announced',
      ],
    }).notNull(),
    receipt: text().notNull().unique(),
    country: text().references(() => countries.code),
    by: text().references(() => users.id),
    at: text().notNull(),
    /** JSON: reason, from, to … */
    data: text().notNull().default('{}'),
  },
  (table) => [index('silence_events_of_run').on(table.runId)],
);

/** Who has confirmed that the notice of a run reached them. */
export const silenceReceipts = sqliteTable(
  'silence_receipts',
  {
    runId: text()
      .notNull()
      .references(() => silenceRuns.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    country: text(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.userId] })],
);
