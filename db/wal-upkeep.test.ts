import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedDb, openDb } from './client';
import { WAL_PAGES } from './wal-room';

describe('the upkeep of the write-ahead log', () => {
  let folder: string;
  let file: string;
  let keeper: OpenedDb;
  let writer: OpenedDb;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mufakat-upkeep-'));
    file = path.join(folder, 'mufakat.db');
    keeper = openDb(file);
    writer = openDb(file, { carriesOver: false });
    writer.db.run(sql.raw('create table words (word text)'));
  });

  afterEach(() => {
    keeper.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });

  const write = (pages: number) => writer.db.run(sql`insert into words values (${'x'.repeat(pages * 4000)})`);
  const logBytes = () => statSync(`${file}-wal`).size;

  it('SQLite is one that two processes may carry over at the same moment: before 3.51.3 that could spoil the file', () => {
    const { version } = writer.db.get(sql.raw('select sqlite_version() as version')) as { version: string };
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  it('commits of somebody who carries nothing over leave the log to others', () => {
    write(WAL_PAGES + 100);
    write(1);
    expect(statSync(file).size).toBeLessThan(100 * 4096);
    const { log, done } = keeper.carryOver();
    expect(log).toBeGreaterThan(WAL_PAGES);
    expect(done).toBe(log);
    expect(statSync(file).size).toBeGreaterThan(WAL_PAGES * 4000);
  });

  it('a log that is carried over is written from its beginning again, and does not grow', () => {
    write(WAL_PAGES + 100);
    keeper.carryOver();
    const size = logBytes();
    for (let index = 0; index < 5; index += 1) {
      write(WAL_PAGES / 2);
      keeper.carryOver();
    }
    expect(logBytes()).toBe(size);
    expect(writer.db.get(sql`select count(*) as count from words`)).toEqual({ count: 6 });
  });

  it('whoever is writing is not waited for: the next time does', () => {
    write(WAL_PAGES + 100);
    writer.db.run(sql.raw('begin immediate'));
    const began = performance.now();
    const { log, done } = keeper.carryOver();
    expect(performance.now() - began).toBeLessThan(900);
    expect(done).toBe(log);
    write(1);
    writer.db.run(sql.raw('commit'));
    expect(keeper.db.get(sql.raw('pragma busy_timeout'))).toEqual({ timeout: 1000 });
  });
});
