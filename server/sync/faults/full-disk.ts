import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDb } from '../../../db/client';
import { later, stockClient, until } from '../tests/clients';
import { randomOf } from '../tests/random';
import { createSyncWorld, DOCUMENT, WITHOUT_BRAKE } from '../tests/sync-world';
import type { FaultReport } from './report';
import { Typists } from './typists';

export interface FullDisk {
  /** Size of the file system the database lives on. */
  readonly megabytes: number;
  readonly seed: number;
}

/** Whether this process may make a small file system of its own: only root may. */
export function mayMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * A real file system fills up while people type, and is given room again. Meanwhile nothing is acknowledged or shown
 * as saved and reading goes on; afterwards everything typed is there once.
 */
export async function fillDiskWhileTyping({ megabytes, seed }: FullDisk): Promise<FaultReport> {
  const disk = mkdtempSync(path.join(tmpdir(), 'mufakat-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  const { TMPDIR } = process.env;
  try {
    process.env.TMPDIR = disk;
    return await typeUntilFull(disk, seed);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function typeUntilFull(disk: string, seed: number): Promise<FaultReport> {
  const world = await createSyncWorld(WITHOUT_BRAKE);
  const { db, runtime } = world.world;
  const typists = new Typists(world, [DOCUMENT], 3, randomOf(seed));
  const ballast = path.join(disk, 'ballast');
  const findings: string[] = [];
  try {
    await typists.synced();
    typists.start();
    await later(300);
    fill(ballast);
    await until(() => typists.count('refused') > 0, 'the disk is full', 30_000);
    await later(500);
    typists.stop();
    await later(300);
    const late = stockClient(world, 'auditor');
    await until(() => late.provider.synced, 'reading goes on').catch((error) => findings.push(String(error)));
    late.destroy();
    rmSync(ballast);
    await later(2500);
    typists.start();
    await later(500);
    await typists.settle(db);
    const opened = openDb(runtime.config.databaseFile);
    findings.push(...typists.check(db), ...typists.wronglyRefused(), ...opened.integrityFindings());
    opened.close();
    return { figures: typists.figures(db), findings };
  } finally {
    typists.destroy();
    await world.close();
  }
}

/** Writes until nothing more goes in. */
function fill(file: string): void {
  const piece = Buffer.alloc(4096);
  try {
    for (;;) writeFileSync(file, piece, { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
