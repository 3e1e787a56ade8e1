import Database from 'better-sqlite3';
import type { World } from './world';

/**
 * Every row of the database as a line, "table {…}", read past all our code: what an act left behind anywhere, or did
 * not. Without the tables in which SQLite keeps its own index of words.
 */
export function storedRows(world: World): string[] {
  const sqlite = new Database(world.runtime.config.databaseFile, { readonly: true });
  try {
    const tables = sqlite
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
      )
      .pluck()
      .all() as string[];
    return tables.flatMap((table) =>
      sqlite
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => `${table} ${JSON.stringify(row)}`),
    );
  } finally {
    sqlite.close();
  }
}
