import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

/**
 * Brings a database file to the newest schema, on a connection of its own with foreign keys off: SQLite rebuilds
 * tables to change them, and with foreign keys on a rebuild deletes the child rows without a word. Afterwards
 * every foreign key is checked; one broken key fails the migration.
 */
export function migrateDb(file: string, migrationsFolder = defaultMigrationsFolder()): void {
  const sqlite = new Database(file);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('foreign_keys = OFF');
    migrate(drizzle(sqlite), { migrationsFolder });
    const broken = sqlite.pragma('foreign_key_check') as { table: string }[];
    if (broken.length > 0) {
      throw new Error(`migrateDb: ${broken.length} broken foreign keys, first in table ${broken[0]?.table}`);
    }
  } finally {
    sqlite.close();
  }
}

/** `db/migrations` of the checkout this process runs in. */
export function defaultMigrationsFolder(): string {
  const folder = path.resolve(process.cwd(), 'db/migrations');
  if (!existsSync(folder))
    throw new Error(`migrateDb: no migrations at ${folder}; start Mufakat in its own folder`);
  return folder;
}
