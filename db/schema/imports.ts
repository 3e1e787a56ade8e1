import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documents, versions } from './documents';
import { users } from './people';

/** What a file is brought for, by the operation that has to be allowed: the whole text, or proposals on it. */
const AIMS = ['importText', 'propose'] as const;

/** A file that a person has brought and not yet decided on (IM18): one for each person, document and aim. */
export const pendingImports = sqliteTable(
  'pending_imports',
  {
    documentId: text()
      .notNull()
      .references(() => documents.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    aim: text({ enum: AIMS }).notNull(),
    id: text().notNull(),
    fileName: text().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    /** JSON of `ImportFindings`. */
    findings: text().notNull(),
    /** JSON list of the numbers of tracked changes that shall be left; all others are taken. */
    left: text().notNull().default('[]'),
    at: text().notNull(),
    expiresAt: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.userId, table.aim] }),
    index('pending_imports_by_expiry').on(table.expiresAt),
  ],
);

/** The review of a waiting file, page by page (IM24): nobody reads more of it than they look at. It goes with its file. */
export const pendingImportPages = sqliteTable(
  'pending_import_pages',
  {
    documentId: text().notNull(),
    userId: text().notNull(),
    aim: text({ enum: AIMS }).notNull(),
    /** From 1. */
    page: integer().notNull(),
    /** JSON of `ReviewPage`. */
    content: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.userId, table.aim, table.page] }),
    foreignKey({
      columns: [table.documentId, table.userId, table.aim],
      foreignColumns: [pendingImports.documentId, pendingImports.userId, pendingImports.aim],
    }).onDelete('cascade'),
  ],
);

/** Comments of the file that a version came from, as stated there. */
export const versionComments = sqliteTable('version_comments', {
  versionId: text()
    .primaryKey()
    .references(() => versions.id),
  fileName: text().notNull(),
  /** JSON of `CommentThread[]`. */
  threads: text().notNull(),
});
