import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { wholeAudit } from '../../../db/audit-log';
import { type Db, openDb } from '../../../db/client';
import { firstBreak } from '../../../domain/audit/chain';
import { accepted } from '../../tests/outcome';
import { takeVersion } from '../../use-cases/take-version';
import { later } from '../tests/clients';
import { randomOf } from '../tests/random';
import { createSyncWorld, DOCUMENT } from '../tests/sync-world';
import { type FaultReport, timesOf } from './report';
import { Typists } from './typists';
import { wholeLog } from './whole-log';

export interface Backups {
  readonly backups: number;
  readonly everyMs: number;
  readonly seed: number;
}

/**
 * Online backups while people type and versions are taken. Each copy must be sound, its audit trail unbroken, and its
 * log a prefix of what the log became, no shorter than it was when the backup began.
 */
export async function backUpWhileTyping({ backups, everyMs, seed }: Backups): Promise<FaultReport> {
  const world = await createSyncWorld();
  const { db, runtime } = world.world;
  const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-backups-'));
  const source = openDb(runtime.config.databaseFile);
  const typists = new Typists(world, [DOCUMENT], 3, randomOf(seed));
  const copies: { file: string; atLeast: number }[] = [];
  const times: number[] = [];
  try {
    await typists.synced();
    typists.start();
    for (let index = 0; index < backups; index += 1) {
      await later(everyMs);
      const name = `Before backup ${index + 1}`;
      accepted(await takeVersion(runtime, world.world.actor('secretariat'), { documentId: DOCUMENT, name }));
      const file = path.join(directory, `copy-${index}.db`);
      const atLeast = wholeLog(db, DOCUMENT).rows.length;
      const start = performance.now();
      await source.backupTo(file);
      times.push(performance.now() - start);
      copies.push({ file, atLeast });
    }
    await typists.settle(db);
    const findings = copies.flatMap((copy, index) =>
      faultsOfCopy(db, copy, index + 1).map((fault) => `backup ${index + 1}: ${fault}`),
    );
    return {
      figures: { backups, 'backup ms': JSON.stringify(timesOf(times)), ...typists.figures(db) },
      findings: [...findings, ...typists.check(db)],
    };
  } finally {
    typists.destroy();
    source.close();
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function faultsOfCopy(
  db: Db,
  { file, atLeast }: { file: string; atLeast: number },
  number: number,
): string[] {
  const copy = openDb(file);
  try {
    const faults = copy.integrityFindings();
    const events = [...wholeAudit(copy.db)];
    if (events.length < number) faults.push('the audit trail lacks events');
    if (firstBreak(events) !== null) faults.push('the audit trail is broken');
    const log = wholeLog(db, DOCUMENT).rows;
    const { rows } = wholeLog(copy.db, DOCUMENT);
    if (rows.length < atLeast) faults.push(`${rows.length} rows of at least ${atLeast}`);
    if (rows.some(({ bytes }, index) => !Buffer.from(bytes).equals(log[index]?.bytes ?? new Uint8Array()))) {
      faults.push('not a prefix of history');
    }
    return faults;
  } finally {
    copy.close();
  }
}
