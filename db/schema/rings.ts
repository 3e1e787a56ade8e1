import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { countries } from './bodies';
import { documents, versions } from './documents';
import { users } from './people';

/** What a person last read of a text, and in the visit before. Theirs alone: no page, export or log of anybody else has it. */
export const readings = sqliteTable(
  'readings',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    /** Position of the log whose text was read last. */
    position: integer().notNull(),
    at: text().notNull(),
    /** The same of the visit before; null in the first. */
    earlierPosition: integer(),
    earlierAt: text(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.documentId] })],
);

/** A capital's yes to one version: its delegation's alone. Never changed or removed; it may be withdrawn, once. */
export const clearances = sqliteTable(
  'clearances',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    versionId: text()
      .notNull()
      .references(() => versions.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    /** Fingerprint of the cleared text: the clearance is of these words and no others. */
    hash: text().notNull(),
    /** The day on which the capital gave it, YYYY-MM-DD at the seat of the meetings. */
    clearedOn: text().notNull(),
    note: text().notNull().default(''),
    recordedBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    /** Secret of the seals that stand for this clearance in the audit trail. */
    sealKey: text().notNull(),
    withdrawnAt: text(),
    withdrawnBy: text().references(() => users.id),
  },
  (table) => [
    index('clearances_of_delegation').on(table.documentId, table.country),
    uniqueIndex('clearances_standing').on(table.versionId, table.country).where(sql`"withdrawnAt" IS NULL`),
  ],
);

/** Words added and removed between any two versions: derived by the redline, can be deleted and counted again. */
export const pairCounts = sqliteTable(
  'pair_counts',
  {
    fromVersionId: text()
      .notNull()
      .references(() => versions.id),
    toVersionId: text()
      .notNull()
      .references(() => versions.id),
    wordsInserted: integer().notNull(),
    wordsDeleted: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromVersionId, table.toVersionId] })],
);
