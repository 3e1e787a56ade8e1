import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { openDb } from '../../../db/client';
import { later } from '../tests/clients';
import { randomOf } from '../tests/random';
import { createSyncWorld, DOCUMENT, WITHOUT_BRAKE } from '../tests/sync-world';
import type { FaultReport } from './report';
import { Typists } from './typists';

export interface LockedDatabase {
  /** How long another connection holds the write lock. */
  readonly lockedMs: number;
  /** How long the server waits for it, each time; openDb's own setting where it is null. */
  readonly patienceMs: number | null;
  readonly seed: number;
}

/**
 * Somebody else holds the write lock while people type. Nothing is acknowledged or shown meanwhile; afterwards the
 * server asks for what the log lacks, and everything is there once.
 */
export async function lockWhileTyping({ lockedMs, patienceMs, seed }: LockedDatabase): Promise<FaultReport> {
  const world = await createSyncWorld(WITHOUT_BRAKE);
  const { db, runtime } = world.world;
  if (patienceMs !== null) db.get(sql.raw(`pragma busy_timeout = ${patienceMs}`));
  const typists = new Typists(world, [DOCUMENT], 3, randomOf(seed));
  const holder = new Database(runtime.config.databaseFile);
  const findings: string[] = [];
  try {
    await typists.synced();
    typists.start(10, 0.3);
    await later(200);
    holder.exec('begin immediate');
    const before = typists.count('seen');
    const start = performance.now();
    while (performance.now() - start < lockedMs) await later(20);
    if (typists.count('seen') > before + typists.all.length) {
      findings.push('something was shown while the database was locked');
    }
    const refused = typists.count('refused');
    holder.exec('rollback');
    typists.stop();
    await later(2500);
    typists.start(10, 0.3);
    await later(200);
    await typists.settle(db);
    findings.push(
      ...typists.check(db),
      ...typists.wronglyRefused(),
      ...openedFindings(runtime.config.databaseFile),
    );
    return {
      figures: { 'locked ms': lockedMs, 'refused meanwhile': refused, ...typists.figures(db) },
      findings,
    };
  } finally {
    typists.destroy();
    holder.close();
    await world.close();
  }
}

function openedFindings(file: string): string[] {
  const opened = openDb(file);
  const findings = opened.integrityFindings();
  opened.close();
  return findings;
}
