import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/**
 * One row. `at` grows with every change to what decides who may do what (triggers of migration rights_clock), so
 * that one small reading tells whether rights that were read before still stand.
 */
export const rightsClock = sqliteTable('rights_clock', {
  id: integer().primaryKey(),
  at: integer().notNull(),
});
