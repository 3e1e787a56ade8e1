import { type OpenedDb, openDb } from '../db/client';
import { isDemoDatabase } from '../db/installation';
import { migrateDb } from '../db/migrate';
import type { Config } from './config';
import { StartupError } from './data-dir';

/** Migrates and opens the database of `config`, with words for an operator where that cannot be done. */
export function openDatabase(config: Config): OpenedDb {
  let opened: OpenedDb;
  try {
    migrateDb(config.databaseFile);
    opened = openDb(config.databaseFile);
  } catch (error) {
    throw new StartupError(explain(config.databaseFile, error as Error & { code?: string }));
  }
  if (config.mode === 'production' && isDemoDatabase(opened.db) && !config.allowDemo) {
    opened.close();
    throw new StartupError(
      `${config.databaseFile} was made by the demo: its people sign in without a password. For real work point MUFAKAT_DATA_DIR at an empty directory; to serve the demo on purpose set MUFAKAT_ALLOW_DEMO=1.`,
    );
  }
  return opened;
}

function explain(file: string, error: Error & { code?: string }): string {
  switch (error.code) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `${file} is not a database Mufakat can read. Nothing was changed. Bring back a copy: npm run mufakat -- restore FILE`;
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return `Cannot open ${file} for writing (${error.message}). Check the owner and mode of the directory.`;
    case 'SQLITE_FULL':
      return `The disk that holds ${file} is full. Free some space and start again; nothing was lost.`;
    default:
      return `Cannot open ${file}: ${error.message}`;
  }
}
