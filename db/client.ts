import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as audit from './schema/audit';
import * as bodies from './schema/bodies';
import * as documents from './schema/documents';
import * as people from './schema/people';
import * as rights from './schema/rights';
import { makeRoomInWal, WAL_PAGES } from './wal-room';
import { type CarriedOver, carryOver } from './wal-upkeep';

export const schema = { ...people, ...bodies, ...documents, ...audit, ...rights };

/** The drizzle handle. Repositories take it as their first argument; nobody outside `db/` sees the driver. */
export type Db = BetterSQLite3Database<typeof schema>;

/** So long a transaction waits for that of another process. */
const BUSY_MS = 1000;
/** More pages than any database has. */
const EVERY_PAGE = 0x7fffffff;

export interface OpenedDb {
  readonly db: Db;
  /**
   * Copies the database while others write to it (SQLite's online backup). All in one step, for a copy that pauses
   * begins anew whenever somebody writes, and never ends. It holds up this thread, and nobody's writing.
   */
  readonly backupTo: (file: string) => Promise<void>;
  /** Findings of SQLite's own integrity and foreign key checks; empty when all is well. */
  readonly integrityFindings: () => string[];
  /** Makes room in the write-ahead log ahead of need; for the process that serves. */
  readonly makeRoom: () => void;
  /** Carries the write-ahead log over into the database (`wal-upkeep.ts`). */
  readonly carryOver: () => CarriedOver;
  readonly close: () => void;
}

/**
 * Opens the database file and sets what durability rests on: WAL, synchronous=FULL (an acknowledged edit is on
 * disk), foreign keys, and recursive triggers (without them INSERT OR REPLACE slips past the triggers that
 * protect adopted texts). With `carriesOver: false` its commits never carry the write-ahead log over: somebody else does.
 */
export function openDb(file: string, options: { readonly carriesOver?: boolean } = {}): OpenedDb {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('recursive_triggers = ON');
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`);
  // What is laid ready for one transaction (staged-activities.ts) lies in memory and is gone with the process.
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma(`wal_autocheckpoint = ${options.carriesOver === false ? 0 : WAL_PAGES}`);
  return {
    db: drizzle(sqlite, { schema }),
    backupTo: async (target) => {
      await sqlite.backup(target, { progress: () => EVERY_PAGE });
    },
    integrityFindings: () => [
      ...(sqlite.pragma('integrity_check') as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok'),
      ...(sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(
        (row) => `foreign key broken in ${row.table}, row ${row.rowid}`,
      ),
    ],
    makeRoom: () => makeRoomInWal(sqlite),
    carryOver: () => carryOver(sqlite, BUSY_MS),
    close: () => sqlite.close(),
  };
}
