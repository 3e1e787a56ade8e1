import { sql } from 'drizzle-orm';
import type { Db } from './client';
import { preparedOnce } from './prepared';

const statement = preparedOnce((db) =>
  db
    .select({
      own: sql<number>`total_changes()`,
      others: sql<number>`(select data_version from pragma_data_version)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

/**
 * A mark that differs as soon as any row of the database has been written since it was taken, by this
 * connection or by another process. Equal marks prove that what was read before still stands.
 */
export function changeMark(db: Db): string {
  const row = statement(db).get();
  return `${row?.own}:${row?.others}`;
}

/** A mark that differs as soon as another connection, such as the command line's, has written to the database. */
export function foreignMark(db: Db): number {
  return statement(db).get()?.others ?? 0;
}
