import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The audit trail: append-only and hash-chained. `hash` = SHA-256 over the previous hash and this row's canonical
 * JSON (domain/audit/chain). Triggers refuse UPDATE and DELETE; see db/migrations.
 */
export const auditEvents = sqliteTable(
  'audit_events',
  {
    seq: integer().primaryKey(),
    at: text().notNull(),
    /** Person who acted, or null for the installation itself. Not a foreign key: the trail outlives accounts. */
    actorId: text(),
    actorName: text().notNull(),
    country: text(),
    /** e.g. "document.adopted", "session.revoked". */
    kind: text().notNull(),
    bodyId: text(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    /** Canonical JSON; names and numbers, never the words of a text. */
    data: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index('audit_by_subject').on(table.subjectType, table.subjectId),
    index('audit_by_body').on(table.bodyId),
  ],
);

/** Facts about this installation, e.g. `madeByDemo`. */
export const installation = sqliteTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
});
