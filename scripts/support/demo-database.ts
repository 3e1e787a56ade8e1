import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDb } from '../../db/client';
import { isDemoDatabase } from '../../db/installation';
import { migrateDb } from '../../db/migrate';
import { seedDemo } from '../../seeds/run';
import type { Config } from '../../server/config';
import { servingPid } from '../../server/data-dir';
import { offlineRuntime } from '../../server/offline-runtime';

const UNFINISHED = '.seeding';

/** Something whoever started us must put right; its message says what and how. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** What lies in the data directory: nothing, a database of the demo, or one that is somebody's real work. */
export function databaseKind(config: Config): 'none' | 'demo' | 'real' {
  if (!existsSync(config.databaseFile)) return 'none';
  try {
    const opened = openDb(config.databaseFile);
    try {
      return isDemoDatabase(opened.db) ? 'demo' : 'real';
    } finally {
      opened.close();
    }
  } catch {
    // Whatever it is, the demo did not make it in this form and does not touch it.
    return 'real';
  }
}

/** Removes a database that the demo made. Refuses any other, and one that is being served. */
export function removeDemoDatabase(config: Config): void {
  const pid = servingPid(config.dataDir);
  if (pid !== null) {
    throw new DemoError(
      `Process ${pid} serves ${config.dataDir}. Stop it (Ctrl+C), then start over with --fresh.`,
    );
  }
  if (databaseKind(config) === 'real') throw new DemoError(notOurs(config));
  removeDatabase(config.databaseFile);
}

export function notOurs(config: Config): string {
  return `${config.databaseFile} was not made by the demo and is left alone. Set MUFAKAT_DATA_DIR to an empty directory for the demo.`;
}

/**
 * Makes the demo's database: into a file beside, renamed when all is in it, so that a seed that fails or is
 * interrupted leaves nothing that could be taken for a database.
 */
export async function makeDemoDatabase(config: Config, progress: (line: string) => void): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  removeUnfinished(config.dataDir);
  const file = path.join(config.dataDir, `mufakat.db${UNFINISHED}`);
  const forget = () => removeDatabase(file);
  process.once('exit', forget);
  try {
    migrateDb(file);
    const opened = openDb(file);
    try {
      await seedDemo(offlineRuntime(opened, config), progress);
    } finally {
      // Closing the last connection brings the write-ahead log into the file.
      opened.close();
    }
    renameSync(file, config.databaseFile);
  } finally {
    forget();
    process.off('exit', forget);
  }
}

function removeUnfinished(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.includes(UNFINISHED)) rmSync(path.join(dataDir, name), { force: true });
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
