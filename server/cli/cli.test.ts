import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountByEmail } from '../../db/accounts';
import { openDb } from '../../db/client';
import { evidenceFileOf } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { digestText } from '../../domain/text/digest';
import { adoptedStatement } from '../tests/adopted';
import { createWorld } from '../tests/world';
import { runCommandLine } from './run';

let dataDir = '';
let out: string[] = [];
let err: string[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'mufakat-cli-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function run(...args: string[]): Promise<number> {
  out = [];
  err = [];
  return runCommandLine(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    write: (content) => out.push(String(content)),
    hasColours: false,
    env: { NODE_ENV: 'test', MUFAKAT_DATA_DIR: dataDir, MUFAKAT_URL: 'https://mufakat.example.org' },
    cwd: dataDir,
  });
}

let symbol = '';

/** A data directory with a statement that was adopted, and its evidence beside. */
async function adoptedWorld(): Promise<void> {
  const world = createWorld();
  const documentId = await adoptedStatement(world);
  symbol = findDocument(world.db, documentId)?.symbol ?? '';
  writeFileSync(path.join(dataDir, 'evidence.json'), evidenceFileOf(world.db, documentId) ?? '');
  const opened = openDb(world.runtime.config.databaseFile);
  await opened.backupTo(path.join(dataDir, 'mufakat.db'));
  opened.close();
  world.close();
}

function said(): string {
  return [...out, ...err].join('\n');
}

describe('words that cannot be used', () => {
  it.each([
    [[], 'npm run mufakat -- user add EMAIL'],
    [['fly'], 'There is no command "fly"'],
    [['user'], 'user add, user list, user suspend'],
    [['user', 'fly'], 'Choose one of: user add'],
    [['user', 'add'], 'EMAIL is missing'],
    [['user', 'add', 'a@example.org', 'b'], '"b" is one word too many'],
    [['user', 'add', 'a@example.org', '--colour', 'red'], "Unknown option '--colour'"],
    [['user', 'add', 'a@example.org'], '--name is missing'],
    [['user', 'add', 'nobody', '--name', 'A'], 'e-mail address'],
    [['user', 'add', 'a@example.org', '--name', 'A', '--role', 'king'], 'Choose one of: administrator'],
    [['user', 'list'], 'Set MUFAKAT_DATA_DIR'],
    [['check'], 'Set MUFAKAT_DATA_DIR'],
    [['restore', 'nothing.db'], 'There is no file'],
    [['verify', 'nothing.json'], 'Cannot read'],
  ])('%j: exit 2, with what to do', async (args, words) => {
    expect(await run(...args)).toBe(2);
    expect(said()).toContain(words);
  });

  it('help is no mistake', async () => {
    expect(await run('help')).toBe(0);
    expect(said()).toContain('restore FILE');
  });

  it('a file that is no database is named and left as it is', async () => {
    writeFileSync(path.join(dataDir, 'mufakat.db'), 'not a database at all, just some words '.repeat(40));
    expect(await run('user', 'list')).toBe(2);
    expect(said()).toContain('is not a database Mufakat can read');
  });

  it('names a wrong variable of the configuration', async () => {
    const terminal = {
      out: () => {},
      err: (line: string) => err.push(line),
      write: () => {},
      hasColours: false,
      cwd: dataDir,
    };
    err = [];
    const env = { NODE_ENV: 'test', PORT: 'abc', MUFAKAT_DATA_DIR: dataDir } as const;
    expect(await runCommandLine(['user', 'list'], { ...terminal, env })).toBe(2);
    expect(said()).toContain('PORT');
  });
});

describe('people and tokens', () => {
  beforeEach(async () => {
    const added = await run(
      'user',
      'add',
      'First@Example.org',
      '--name',
      'First Person',
      '--role',
      'administrator',
    );
    expect(added).toBe(0);
  });

  it('prints the link on the public address, and lists the person with their role', async () => {
    expect(said()).toMatch(/https:\/\/mufakat\.example\.org\/set-up\/\S{20,}/);
    expect(await run('user', 'list')).toBe(0);
    expect(out).toEqual(['first@example.org\tFirst Person\tactive\tadministrator']);
  });

  it('AC8 does not make the same account twice', async () => {
    expect(await run('user', 'add', 'first@example.org', '--name', 'Other')).toBe(2);
  });

  it('suspends, reinstates and resets; AC15 but never the last administrator', async () => {
    expect(await run('user', 'suspend', 'first@example.org')).toBe(2);
    await run('user', 'add', 'b@example.org', '--name', 'B');
    expect(await run('user', 'suspend', 'b@example.org')).toBe(0);
    await run('user', 'list');
    expect(said()).toContain('B\tsuspended');
    expect(await run('token', 'create', 'b@example.org')).toBe(2);
    expect(await run('user', 'reinstate', 'b@example.org')).toBe(0);
    expect(await run('user', 'reset', 'b@example.org')).toBe(0);
    expect(said()).toContain('https://mufakat.example.org/set-up/');
    expect(await run('user', 'reset', 'c@example.org')).toBe(2);
    expect(said()).toContain('user list');
  });

  it('makes a token, prints it last and alone, and revokes it by its id', async () => {
    expect(await run('token', 'create', 'first@example.org', '--name', 'archive')).toBe(0);
    expect(out.at(-1)).toMatch(/^mfk_\S{40,}$/);
    const id = /tok_\w+/.exec(out[0] ?? '')?.[0] ?? '';
    expect(await run('token', 'revoke', id)).toBe(0);
    expect(await run('token', 'revoke', 'tok_0')).toBe(2);
  });
});

describe('documents', () => {
  beforeEach(adoptedWorld);

  it('creates one on behalf of the secretariat, and prints its id', async () => {
    const made = await run('doc', 'create', 'A paper', '--body', 'ACCSM', '--as', 'secretariat@example.org');
    expect(made).toBe(0);
    expect(out[0]).toMatch(/^doc_\w+\tACCSM\//);
    expect(await run('doc', 'list', '--body', 'ACCSM')).toBe(0);
    expect(said()).toContain('A paper');
    expect(said()).toContain('adopted\tRev.1');
  });

  it('PO4 lets a delegate make none, and names what is not there', async () => {
    expect(await run('doc', 'create', 'A paper', '--body', 'ACCSM', '--as', 'indonesia@example.org')).toBe(2);
    expect(await run('doc', 'create', 'A paper', '--body', 'NONE', '--as', 'secretariat@example.org')).toBe(
      2,
    );
    expect(said()).toContain('Known here: ACCSM');
    expect(await run('doc', 'list', '--body', 'NONE')).toBe(2);
  });

  it('exports the canonical form, whose hash is the hash of the decision', async () => {
    expect(await run('export', symbol, '--format', 'json', '-o', 'text.json')).toBe(0);
    const bytes = readFileSync(path.join(dataDir, 'text.json'), 'utf8');
    const evidence = JSON.parse(readFileSync(path.join(dataDir, 'evidence.json'), 'utf8'));
    expect(digestText(bytes)).toBe(evidence.textHash);
    expect(await run('export', symbol, '--format', 'html')).toBe(0);
    expect(said()).toContain('<!doctype html>');
    expect(await run('export', symbol)).toBe(0);
    expect(said()).toContain('1. AGREE to move the civil service forward;');
    expect(await run('export', symbol, '--version', '1')).toBe(0);
  });

  it('names what is wrong with an export', async () => {
    expect(await run('export', 'T/NONE')).toBe(2);
    expect(said()).toContain('doc list');
    expect(await run('export', symbol, '--version', 'x')).toBe(2);
    expect(await run('export', symbol, '--version', '99')).toBe(2);
    expect(await run('export', symbol, '--format', 'pdf')).toBe(2);
    expect(await run('export', symbol, '-o', 'no/such/folder/x')).toBe(2);
    expect(said()).toContain('Cannot write');
  });

  it('verifies evidence and fails on one changed letter', async () => {
    expect(await run('verify', 'evidence.json')).toBe(0);
    expect(out[0]).toMatch(/^VALID\. \S+ Rev\.1/);
    const fingerprint = /key fingerprint (\w+)/.exec(said())?.[1] ?? '';
    expect(await run('verify', 'evidence.json', '--fingerprint', fingerprint)).toBe(0);
    expect(await run('verify', 'evidence.json', '--fingerprint', 'ab12')).toBe(1);
    const file = path.join(dataDir, 'evidence.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('AGREE to move', 'AGREE to mope'));
    expect(await run('verify', 'evidence.json')).toBe(1);
    expect(out[0]).toContain('NOT VALID (PR28)');
    writeFileSync(file, text.replace('adopted the Statement.', 'adopted the Statement!'));
    expect(await run('verify', 'evidence.json')).toBe(1);
    writeFileSync(file, '{}');
    expect(await run('verify', 'evidence.json')).toBe(1);
  });
});

describe('check, backup and restore', () => {
  beforeEach(adoptedWorld);
  const database = () => path.join(dataDir, 'mufakat.db');

  it('finds nothing in a sound database', async () => {
    expect(await run('check')).toBe(0);
    expect(said()).toContain('all is well');
  });

  it('AU3 finds a forged event, though the triggers were lifted to forge it', async () => {
    forge(
      'DROP TRIGGER audit_events_no_update',
      "UPDATE audit_events SET actorName = 'Somebody' WHERE seq = 2",
    );
    expect(await run('check')).toBe(1);
    expect(said()).toContain('breaks at event 2: an event was changed');
  });

  it('PR28 finds forged evidence', async () => {
    forge('DROP TRIGGER evidences_no_update', "UPDATE evidences SET file = replace(file, 'AGREE', 'DECIDE')");
    expect(await run('check')).toBe(1);
    expect(said()).toContain(`evidence of ${symbol}`);
  });

  it('DE38 tells whether a head that was printed once belongs to this trail', async () => {
    const evidence = readFileSync(path.join(dataDir, 'evidence.json'), 'utf8');
    const { audit } = JSON.parse(evidence) as { audit: { seq: number; hash: string } };
    expect(await run('audit', '--at', String(audit.seq), audit.hash.toUpperCase())).toBe(0);
    expect(said()).toContain('YES');
    expect(await run('audit', '--at', String(audit.seq - 1), audit.hash)).toBe(1);
    expect(said()).toContain('another hash');
    expect(await run('audit', '--at', '99999', audit.hash)).toBe(1);
    expect(said()).toContain('The trail ends');
    expect(await run('audit', audit.hash)).toBe(2);
    expect(await run('audit', '--at', '1', 'abc')).toBe(2);
  });

  it('copies the database, and never over a file', async () => {
    expect(await run('backup', 'copy.db')).toBe(0);
    expect(existsSync(path.join(dataDir, 'copy.db'))).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(await run('backup', 'copy.db')).toBe(2);
    expect(said()).toContain('Choose another name');
    expect(await run('backup', 'no/such/folder/copy.db')).toBe(2);
  });

  it('restores a backup and keeps what it replaces', async () => {
    await run('backup', 'copy.db');
    await run('user', 'add', 'late@example.org', '--name', 'Late');
    expect(await run('restore', 'copy.db')).toBe(0);
    expect(hasAccount(database(), 'late@example.org')).toBe(false);
    const kept = readdirSync(dataDir).find((name) => /^mufakat\.db\.before-\d{8}T\d{6}Z$/.test(name));
    expect(hasAccount(path.join(dataDir, kept ?? ''), 'late@example.org')).toBe(true);
    expect(await run('check')).toBe(0);
  });

  it('refuses to restore what does not check, and leaves everything as it is', async () => {
    writeFileSync(path.join(dataDir, 'words.db'), 'just words '.repeat(100));
    expect(await run('restore', 'words.db')).toBe(2);
    expect(said()).toContain('Nothing was changed');
    await run('backup', 'copy.db');
    const forged = openDb(path.join(dataDir, 'copy.db'));
    forged.db.run('DROP TRIGGER audit_events_no_update');
    forged.db.run("UPDATE audit_events SET actorName = 'Somebody' WHERE seq = 2");
    forged.close();
    expect(await run('restore', 'copy.db')).toBe(2);
    expect(said()).toContain('does not check');
    expect(await run('check')).toBe(0);
    expect(readdirSync(dataDir).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('refuses to restore under a running server', async () => {
    await run('backup', 'copy.db');
    // The lock names a process that lives and is not this one.
    appendFileSync(path.join(dataDir, 'mufakat.lock'), String(process.ppid));
    expect(await run('restore', 'copy.db')).toBe(2);
    expect(said()).toContain(`Process ${process.ppid} serves`);
  });

  function forge(...statements: string[]): void {
    const opened = openDb(database());
    for (const statement of statements) opened.db.run(statement);
    opened.close();
  }

  function hasAccount(file: string, email: string): boolean {
    const opened = openDb(file);
    try {
      return accountByEmail(opened.db, email) !== null;
    } finally {
      opened.close();
    }
  }
});
