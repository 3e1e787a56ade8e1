import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What of the index is whose, and how fresh: derived like the index itself, and emptied with it. */
export const searchEntries = sqliteTable('search_entries', {
  /** "text <documentId>", "versions <documentId>", "inputs <roundId>" … */
  key: text().primaryKey(),
  /** Changes when its source has changed. */
  stamp: text().notNull(),
  /** Row ids in `search_index`, both included; null where there are no words. */
  firstRow: integer(),
  lastRow: integer(),
});
