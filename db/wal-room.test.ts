import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDb } from './client';
import { WAL_PAGES } from './wal-room';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mufakat-wal-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('SY10 the log has room ahead: it does not grow under commits, checkpoints or not, and what was committed is read back', () => {
  const file = path.join(folder, 'mufakat.db');
  const opened = openDb(file);
  const writer = new Database(file);
  writer.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
  writer.exec('create table words (at integer primary key, bytes blob)');
  opened.makeRoom();
  const { size } = statSync(`${file}-wal`);
  const insert = writer.prepare('insert into words (bytes) values (?)');
  for (let row = 0; row < WAL_PAGES; row += 1) insert.run(Buffer.alloc(3000, row % 256));
  expect(statSync(`${file}-wal`).size).toBe(size);
  writer.close();
  opened.close();
  const again = new Database(file);
  expect(again.prepare('select count(*) as rows from words').get()).toEqual({ rows: WAL_PAGES });
  expect(again.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  again.close();
});
