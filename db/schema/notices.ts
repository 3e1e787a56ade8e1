import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { documents } from './documents';
import { users } from './people';

/** Something a person is told. `key` keeps one event from telling one person twice. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** See domain/notices: what it is about. */
    kind: text().notNull(),
    documentId: text().references(() => documents.id),
    /** JSON: what the sentence needs besides the document. Never words of a text. */
    data: text().notNull().default('{}'),
    key: text().notNull(),
    at: text().notNull(),
    readAt: text(),
  },
  (table) => [
    index('notices_of_person').on(table.userId, table.at),
    uniqueIndex('notices_by_key').on(table.userId, table.key),
  ],
);

/** Mail that is to go out: written in the transaction of the event, sent by a job, never lost or sent twice over a crash. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    /** JSON: the notices it tells of. */
    data: text().notNull(),
    key: text().notNull().unique(),
    /**
     * `waiting` not one byte has been given away · `sending` the receiving server is being given the message · `sent` it
     * took it · `failed` it refused for good · `unsure` the answer was lost (ADR 0026) · `dropped` nothing left to tell
     */
    state: text({ enum: ['waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped'] }).notNull(),
    attempts: integer().notNull().default(0),
    dueAt: text().notNull(),
    messageId: text().notNull(),
    sentAt: text(),
    lastError: text().notNull().default(''),
    at: text().notNull(),
  },
  (table) => [index('outbox_by_due').on(table.state, table.dueAt)],
);

/** How a person wants to be told of a kind; without a row as domain/notices has it. */
export const noticePreferences = sqliteTable(
  'notice_preferences',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    mail: text({ enum: ['atOnce', 'digest', 'never'] }).notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);
