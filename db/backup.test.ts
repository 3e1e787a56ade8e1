import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDb } from './client';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'mufakat-backup-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a backup ends while another connection commits without a pause, and holds one moment of the database', async () => {
  const file = path.join(directory, 'source.db');
  const opened = openDb(file);
  const other = new Database(file);
  other.exec('create table rows (id integer primary key, text text)');
  const insert = other.prepare('insert into rows (text) values (?)');
  other.transaction(() => {
    for (let index = 0; index < 2000; index += 1) insert.run('x'.repeat(2000));
  })();
  let written = 2000;
  let isDone = false;
  const write = () => {
    if (isDone) return;
    insert.run('written while the copy was made');
    written += 1;
    setImmediate(write);
  };
  write();
  const copy = path.join(directory, 'copy.db');
  await opened.backupTo(copy);
  isDone = true;
  other.close();
  opened.close();
  const copied = openDb(copy);
  expect(copied.integrityFindings()).toEqual([]);
  copied.close();
  const rows = new Database(copy);
  const held = rows.prepare('select count(*) count, max(id) last from rows').get();
  rows.close();
  const { count, last } = held as { count: number; last: number };
  expect(last).toBe(count);
  expect(count).toBeGreaterThan(2000);
  expect(count).toBeLessThanOrEqual(written);
}, 5000);
