import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { defaultMigrationsFolder } from './migrate';

/** The statements of one migration. */
function statementsOf(name: string): string[] {
  const sql = readFileSync(path.join(defaultMigrationsFolder(), `${name}.sql`), 'utf8');
  return sql.split('--> statement-breakpoint').filter((statement) => /pending_import/.test(statement));
}

test('IM18 what waited before files had an aim waits on as an import, with its pages and the choices on them', () => {
  const sqlite = new Database(':memory:');
  // As `migrateDb` does it.
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(`
    CREATE TABLE documents (id text PRIMARY KEY);
    CREATE TABLE users (id text PRIMARY KEY);
    INSERT INTO documents VALUES ('doc'); INSERT INTO users VALUES ('user');
  `);
  for (const name of ['0008_imports', '0016_review_pages'])
    for (const statement of statementsOf(name)) sqlite.exec(statement);
  sqlite.exec(`
    INSERT INTO pending_imports VALUES ('doc', 'user', 'imp', 'Draft.docx', x'00', '{}', '[1]', 'at', 'until');
    INSERT INTO pending_import_pages VALUES ('doc', 'user', 1, 'page');
  `);
  for (const statement of statementsOf('0017_import_aims')) sqlite.exec(statement);
  expect(sqlite.prepare('SELECT aim, id, fileName, "left" FROM pending_imports').all()).toEqual([
    { aim: 'importText', id: 'imp', fileName: 'Draft.docx', left: '[1]' },
  ]);
  expect(sqlite.prepare('SELECT aim, page, content FROM pending_import_pages').all()).toEqual([
    { aim: 'importText', page: 1, content: 'page' },
  ]);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  sqlite.pragma('foreign_keys = ON');
  sqlite.exec('DELETE FROM pending_imports');
  expect(sqlite.prepare('SELECT * FROM pending_import_pages').all()).toEqual([]);
  sqlite.close();
});
