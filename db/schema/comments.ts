import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documents } from './documents';
import { users } from './people';

/** A thread of comments on words of a clause. The words are kept as they stood, so that the place is found again. */
export const commentThreads = sqliteTable(
  'comment_threads',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    clauseId: text().notNull(),
    /** UTF-16 offsets into `clauseText`, the words of the clause when the thread was opened. */
    fromOffset: integer().notNull(),
    toOffset: integer().notNull(),
    clauseText: text().notNull(),
    quote: text().notNull(),
    /** Who sees it: the writer, the writer's delegation, everybody who may read the text. */
    ring: text({ enum: ['mine', 'delegation', 'tabled'] }).notNull(),
    country: text(),
    openedBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    resolvedAt: text(),
    resolvedBy: text().references(() => users.id),
  },
  (table) => [index('comment_threads_of_document').on(table.documentId)],
);

export const comments = sqliteTable(
  'comments',
  {
    id: text().primaryKey(),
    threadId: text()
      .notNull()
      .references(() => commentThreads.id),
    words: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    country: text(),
    at: text().notNull(),
    /** Taken back by whoever wrote it: that there was one stays. */
    takenBackAt: text(),
  },
  (table) => [index('comments_of_thread').on(table.threadId)],
);

export const commentMentions = sqliteTable(
  'comment_mentions',
  {
    commentId: text()
      .notNull()
      .references(() => comments.id),
    userId: text()
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.userId] })],
);
