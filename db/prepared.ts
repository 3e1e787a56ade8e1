import type Database from 'better-sqlite3';
import type { Db } from './client';

/**
 * Statements built once per connection: for queries asked with every keystroke, building them anew costs more
 * than running them. A handle and the transactions opened on it share one session and so one set of statements.
 */
export function preparedOnce<T>(build: (db: Db) => T): (db: Db) => T {
  const built = new WeakMap<object, T>();
  return (db) => {
    const { session } = db as unknown as { session: object };
    let statements = built.get(session);
    if (statements === undefined) {
      statements = build(db);
      built.set(session, statements);
    }
    return statements;
  };
}

/** The driver's own connection below a handle or a transaction; for use within `db/` only. */
export function driverOf(db: Db): Database.Database {
  return (db as unknown as { session: { client: Database.Database } }).session.client;
}
