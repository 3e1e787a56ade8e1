import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDb } from '../db/client';
import { writeInstallation } from '../db/installation';
import { migrateDb } from '../db/migrate';
import { type Config, forgetSecrets, readConfig } from './config';
import { StartupError, servingPid, takeDataDir } from './data-dir';
import { openDatabase } from './open-database';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mufakat-open-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function config(env: Record<string, string> = {}): Config {
  const result = readConfig(
    { NODE_ENV: 'test', MUFAKAT_DATA_DIR: folder, ...env } as NodeJS.ProcessEnv,
    'production',
  );
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.config;
}

function complaint(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  throw new Error('no complaint');
}

describe('openDatabase', () => {
  test('makes and migrates a new database', () => {
    const opened = openDatabase(config());
    expect(opened.integrityFindings()).toEqual([]);
    opened.close();
  });

  test('refuses the demo’s database in production without the flag, and says which flag', () => {
    const file = config().databaseFile;
    migrateDb(file);
    const demo = openDb(file);
    writeInstallation(demo.db, 'madeByDemo', '1');
    demo.close();
    expect(complaint(() => openDatabase(config()))).toContain('MUFAKAT_ALLOW_DEMO=1');
    openDatabase(config({ MUFAKAT_ALLOW_DEMO: '1' })).close();
  });

  test('a file that is no database is left alone and named', () => {
    writeFileSync(config().databaseFile, 'this is not a database, whatever its name says'.repeat(50));
    expect(complaint(() => openDatabase(config()))).toContain('is not a database Mufakat can read');
  });
});

describe('takeDataDir', () => {
  test('one process a directory; a lock left by a dead one counts for nothing', () => {
    writeFileSync(path.join(folder, 'mufakat.lock'), String(process.ppid));
    expect(servingPid(folder)).toBe(process.ppid);
    expect(complaint(() => takeDataDir(folder))).toContain(`process ${process.ppid}`);
    writeFileSync(path.join(folder, 'mufakat.lock'), '999999999');
    const release = takeDataDir(folder);
    release();
    expect(servingPid(folder)).toBeNull();
  });

  test('a place that cannot be written is named', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(complaint(() => takeDataDir(path.join(folder, 'file', 'data')))).toContain('MUFAKAT_DATA_DIR');
  });
});

describe('readConfig', () => {
  test.each([
    [{ PORT: 'seventy' }, 'PORT'],
    [{ MUFAKAT_URL: 'mufakat' }, 'MUFAKAT_URL'],
    [{ MUFAKAT_SECRET: 'short' }, 'at least 32 characters'],
    [{ MUFAKAT_SECRET_FILE: '/nowhere/secret' }, 'MUFAKAT_SECRET_FILE: ENOENT'],
    [{ MUFAKAT_SECRET_FILE: '/dev/null' }, 'MUFAKAT_SECRET_FILE: at least 32 characters'],
    [{ MUFAKAT_SECRET_FILE: '/dev/null', MUFAKAT_SECRET: 'x'.repeat(40) }, 'set one of them'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'set all three or none'],
  ])('names what is wrong in %o', (env, words) => {
    const result = readConfig({ NODE_ENV: 'test', ...env } as unknown as NodeJS.ProcessEnv, 'production');
    expect(result.ok ? '' : result.problems.join('\n')).toContain(words);
  });

  test('AC33 (Docmost CVE-2025-57231: the environment tells the secret) it comes from a file, and what was read is handed on to nobody', () => {
    const file = path.join(folder, 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    expect(config({ MUFAKAT_SECRET_FILE: file }).secret).toBe('s'.repeat(40));
    const env = {
      NODE_ENV: 'test',
      MUFAKAT_SECRET: 'x'.repeat(40),
      OIDC_CLIENT_SECRET: 'y',
      MUFAKAT_SMTP_URL: 'smtp://a:z@localhost',
      MUFAKAT_DATA_DIR: 'data',
    } as NodeJS.ProcessEnv;
    forgetSecrets(env);
    expect(env).toEqual({ NODE_ENV: 'test', MUFAKAT_DATA_DIR: 'data' });
  });

  test('https decides about secure cookies', () => {
    expect(config({ MUFAKAT_URL: 'https://m.example' }).secureCookies).toBe(true);
    expect(config().secureCookies).toBe(false);
  });
});
