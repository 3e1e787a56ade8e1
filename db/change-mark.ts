import type { Db } from './client';
import { driverOf, preparedOnce } from './prepared';

/** Asked in every turn, so by the pragma itself: its table-valued form is compiled anew each time it is read. */
const statements = preparedOnce((db) => {
  const driver = driverOf(db);
  return {
    own: driver.prepare('SELECT total_changes()').pluck(),
    others: driver.prepare('PRAGMA data_version').pluck(),
  };
});

/**
 * A mark that differs as soon as any row of the database has been written since it was taken, by this
 * connection or by another process. Equal marks prove that what was read before still stands.
 */
export function changeMark(db: Db): string {
  const { own, others } = statements(db);
  return `${own.get()}:${others.get()}`;
}

/** A mark that differs as soon as another connection, such as the command line's, has written to the database. */
export function foreignMark(db: Db): number {
  return statements(db).others.get() as number;
}
