import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDb } from '../../db/client';
import { migrateDb } from '../../db/migrate';
import type { Config } from '../config';
import { servingPid } from '../data-dir';
import { type Command, CommandError, word } from './command';
import { findingsOf } from './findings';
import { configOf } from './workspace';

const SUFFIXES = ['', '-wal', '-shm'];

export const RESTORE: Command = {
  name: 'restore',
  takes: ['FILE'],
  options: {},
  summary: 'puts a backup in place of the database, which is kept beside; the server must be stopped',
  run: async (call) => {
    const config = configOf(call.terminal);
    const source = path.resolve(call.terminal.cwd, word(call, 0));
    if (!existsSync(source)) throw new CommandError(`There is no file ${source}. Give the name of a backup.`);
    const pid = servingPid(config.dataDir);
    if (pid !== null) {
      throw new CommandError(`Process ${pid} serves ${config.dataDir}. Stop it first, then restore.`);
    }
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    const incoming = `${config.databaseFile}.restoring`;
    try {
      copyIn(source, incoming);
      const kept = setAside(config);
      renameSync(incoming, config.databaseFile);
      call.terminal.out(`${config.databaseFile} is restored from ${source}.`);
      if (kept !== null) call.terminal.out(`The database it replaces is kept as ${kept}`);
      return 0;
    } finally {
      for (const suffix of SUFFIXES) rmSync(`${incoming}${suffix}`, { force: true });
    }
  },
};

/** The backup, copied beside the database, brought to the newest schema and checked; the source stays untouched. */
function copyIn(source: string, incoming: string): void {
  for (const suffix of SUFFIXES) rmSync(`${incoming}${suffix}`, { force: true });
  copyFileSync(source, incoming);
  // A file copied by hand while the server ran has its newest pages in the write-ahead log.
  if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${incoming}-wal`);
  let findings: string[];
  try {
    migrateDb(incoming);
    const opened = openDb(incoming);
    try {
      findings = findingsOf(opened);
    } finally {
      opened.close();
    }
  } catch (error) {
    throw new CommandError(
      `${source} is no database of Mufakat (${(error as Error).message}). Nothing was changed.`,
    );
  }
  if (findings.length > 0) {
    throw new CommandError(
      `${source} does not check. Nothing was changed.\n${findings.map((line) => `  ✗ ${line}`).join('\n')}`,
    );
  }
}

/** Renames the database that is there, with the time in its new name; null where there was none. */
function setAside(config: Config): string | null {
  if (!existsSync(config.databaseFile)) return null;
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const kept = `${config.databaseFile}.before-${time}`;
  for (const suffix of SUFFIXES) {
    if (existsSync(`${config.databaseFile}${suffix}`)) {
      renameSync(`${config.databaseFile}${suffix}`, `${kept}${suffix}`);
    }
  }
  return kept;
}
