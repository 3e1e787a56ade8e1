import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

test('(SQLite WAL reset, 3.7.0 to 3.51.2: two connections that write a checkpoint at once lose commits) the database is 3.51.3 or newer', () => {
  const database = new Database(':memory:');
  const version = database.prepare('SELECT sqlite_version()').pluck().get() as string;
  database.close();
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
});
