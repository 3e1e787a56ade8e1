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
