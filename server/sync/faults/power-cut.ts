import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { openDb } from '../../../db/client';
import { MESSAGE } from '../../../domain/wire/protocol';
import { act } from '../tests/acts';
import { later, type StockClient, stockClient, until } from '../tests/clients';
import { below, bytesOf, type Random, randomOf } from '../tests/random';
import { createSyncWorld, DOCUMENT, type SyncWorld } from '../tests/sync-world';
import type { WholeLog } from './checker';
import type { FaultReport } from './report';
import { wholeLog } from './whole-log';

export interface PowerCuts {
  /** Acknowledgements to wait for before the power goes. */
  readonly acknowledgements: number;
  /** Checkpoints that are torn in the middle of writing their pages. */
  readonly tornCheckpoints: number;
  readonly seed: number;
}

/** How long the write-ahead log was when a client was told that its edit is at this position. */
export interface Told {
  readonly position: number;
  readonly walLength: number;
}

export interface Recording {
  /** The database file as it was before the first edit, and its write-ahead log after the last. */
  readonly base: Buffer;
  readonly wal: Buffer;
  readonly log: WholeLog;
  readonly told: readonly Told[];
}

const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const SECTOR = 512;

/**
 * Power failures, frame by frame. People type; then the write-ahead log is cut after every frame, and once within
 * it, with and without rubbish after the cut. Every remainder must open, be sound, hold a prefix of history, and
 * within it all that had been acknowledged when the log was that long. A checkpoint that the failure interrupts
 * leaves any mixture of old, new and torn pages: with the whole write-ahead log beside it nothing may be missing.
 */
export async function cutPower({ acknowledgements, tornCheckpoints, seed }: PowerCuts): Promise<FaultReport> {
  const random = randomOf(seed);
  return cutEverywhere(await recordTyping(acknowledgements, random), tornCheckpoints, random);
}

export function cutEverywhere(recording: Recording, tornCheckpoints: number, random: Random): FaultReport {
  const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-power-'));
  const findings: string[] = [];
  try {
    const cuts = cutsOf(recording.wal, random);
    for (const { name, wal } of cuts) {
      const reached = reopen(directory, recording, { base: recording.base, wal: wal.bytes }, `${name}`);
      findings.push(...reached.findings);
      const promised = Math.max(
        0,
        ...recording.told.filter((told) => told.walLength <= wal.length).map(({ position }) => position),
      );
      if (reached.position < promised) {
        findings.push(`${name}: row ${promised} was acknowledged, ${reached.position} are there`);
      }
    }
    for (let index = 0; index < tornCheckpoints; index += 1) {
      const base = tornCheckpoint(directory, recording, random);
      const name = `torn checkpoint ${index + 1}`;
      const reached = reopen(directory, recording, { base, wal: recording.wal }, name);
      findings.push(...reached.findings);
      if (reached.position !== recording.log.rows.length) findings.push(`${name}: rows are missing`);
    }
    return {
      figures: {
        acknowledgements: recording.told.length,
        rows: recording.log.rows.length,
        frames: (recording.wal.length - WAL_HEADER) / frameLength(recording.wal),
        'files opened': cuts.length + tornCheckpoints,
      },
      findings,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** People type until so much was acknowledged; no checkpoint meanwhile. */
export async function recordTyping(acknowledgements: number, random: Random): Promise<Recording> {
  const world = await createSyncWorld();
  const { db, runtime } = world.world;
  const file = runtime.config.databaseFile;
  db.get(sql.raw('pragma wal_checkpoint(truncate)'));
  db.get(sql.raw('pragma wal_autocheckpoint = 0'));
  const base = readFileSync(file);
  const told: Told[] = [];
  const clients = (['chair', 'thaiDelegate', 'indonesia'] as const).map((person) =>
    stockClient(world, person),
  );
  try {
    await until(() => clients.every((client) => client.provider.synced), 'all synced');
    for (const client of clients) noteWalLength(client, `${file}-wal`, told);
    while (told.length < acknowledgements) {
      for (const client of clients) if (random() < 0.5) act(client.doc, random);
      await later(1);
    }
    await until(() => isQuiet(world, clients), 'all acknowledged');
    return { base, wal: readFileSync(`${file}-wal`), log: wholeLog(db, DOCUMENT), told };
  } finally {
    for (const client of clients) client.destroy();
    await world.close();
  }
}

function noteWalLength({ provider, heard }: StockClient, wal: string, told: Told[]): void {
  const hear = provider.messageHandlers[MESSAGE.acknowledge];
  provider.messageHandlers[MESSAGE.acknowledge] = (...message) => {
    const walLength = statSync(wal).size;
    hear?.(...message);
    const position = heard.acknowledged.at(-1)?.position ?? 0;
    told.push({ position, walLength });
  };
}

function isQuiet(world: SyncWorld, clients: readonly StockClient[]): boolean {
  const { length } = wholeLog(world.world.db, DOCUMENT).rows;
  return clients.some((client) => client.heard.acknowledged.at(-1)?.position === length);
}

/** Every remainder of a write-ahead log. `length`: how much of it is what had been written. */
function cutsOf(wal: Buffer, random: Random): { name: string; wal: { bytes: Buffer; length: number } }[] {
  const frame = frameLength(wal);
  const cuts: { name: string; wal: { bytes: Buffer; length: number } }[] = [];
  const cut = (name: string, length: number, rubbish = 0) => {
    const bytes = Buffer.concat([wal.subarray(0, length), bytesOf(random, rubbish)]);
    cuts.push({ name, wal: { bytes, length } });
  };
  for (let length = 0; length < WAL_HEADER; length += 8) cut(`header ${length}`, length);
  for (let index = 0; WAL_HEADER + index * frame <= wal.length; index += 1) {
    const end = WAL_HEADER + index * frame;
    cut(`frame ${index}`, end);
    if (end === wal.length) break;
    cut(`frame ${index} and a part`, end + 1 + below(random, frame - 1));
    cut(`frame ${index} and rubbish`, end + below(random, FRAME_HEADER), frame);
  }
  return cuts;
}

function frameLength(wal: Buffer): number {
  return FRAME_HEADER + wal.readUInt32BE(8);
}

/** The database file as a checkpoint leaves it that did not end: some sectors are new, some old. */
function tornCheckpoint(directory: string, { base, wal }: Recording, random: Random): Buffer {
  const file = path.join(directory, 'checkpoint.db');
  writeFileSync(file, base);
  writeFileSync(`${file}-wal`, wal);
  openDb(file).close();
  const done = readFileSync(file);
  rmSync(file);
  const torn = Buffer.alloc(random() < 0.5 ? done.length : Math.max(base.length, SECTOR));
  base.copy(torn);
  for (let start = 0; start < torn.length; start += SECTOR) {
    if (random() < 0.5) done.copy(torn, start, start, start + SECTOR);
  }
  return torn;
}

/** Opens what a failure left, as the next start would; how far its log reaches, and what is wrong with it. */
function reopen(
  directory: string,
  { log }: Recording,
  left: { readonly base: Buffer; readonly wal: Buffer },
  name: string,
): { position: number; findings: string[] } {
  const file = path.join(directory, 'left.db');
  for (const suffix of ['-shm', '-wal', '']) rmSync(`${file}${suffix}`, { force: true });
  writeFileSync(file, left.base);
  writeFileSync(`${file}-wal`, left.wal);
  const findings: string[] = [];
  let position = 0;
  try {
    const opened = openDb(file);
    findings.push(...opened.integrityFindings().map((finding) => `${name}: ${finding}`));
    const { rows } = wholeLog(opened.db, DOCUMENT);
    position = rows.length;
    const isPrefix = rows.every((row, index) => {
      const written = log.rows[index];
      return written?.position === row.position && Buffer.from(written.bytes).equals(row.bytes);
    });
    if (!isPrefix) findings.push(`${name}: not a prefix of history`);
    opened.close();
  } catch (error) {
    findings.push(`${name}: cannot be opened: ${String(error)}`);
  }
  return { position, findings };
}
