import type { Worker } from 'node:worker_threads';
import type { Db } from '../db/client';
import { findLedger, findReadings, ledgerRows, saveLedger, versionPlaces } from '../db/ledger';
import { isStorageError } from '../db/storage-error';
import type { Authorship } from '../domain/text/ledger/authorship';
import type { LedgerService } from './ports';
import {
  encodeRows,
  type LedgerJob,
  type LedgerResult,
  MUST_BEGIN_ANEW,
  workLedger,
} from './text/ledger/work';
import { createWorkerPool, type ThreadPool } from './worker-pool';

export interface LedgerServiceOptions {
  readonly memoryMb?: number;
  /** Bytes of ledger and rows together up to which the work is done at once, without a worker. */
  readonly inlineBytes?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface LedgerWorkers
  extends LedgerService,
    Pick<ThreadPool<unknown, unknown>, 'load' | 'stop' | 'warm'> {}

/** A few milliseconds of work. */
const INLINE_BYTES = 60_000;
const MEMORY_MB = 1024;
/** Rows read at once; between two batches the event loop goes round. */
const ROWS_IN_BATCH = 500;
/** A ledger is kept when it has come on so many rows; fewer are entered again the next time. */
const ROWS_WORTH_KEEPING = 200;

/**
 * The authorship ledger, brought up to date when somebody asks and kept in the database between times. Long logs
 * are worked through in a worker thread, one document after another; of one document only one job runs at a time,
 * so that the second finds what the first has kept.
 */
export function createLedgerService(db: Db, options: LedgerServiceOptions = {}): LedgerWorkers {
  const inlineBytes = options.inlineBytes ?? INLINE_BYTES;
  const pool = createWorkerPool<LedgerJob, LedgerResult | typeof MUST_BEGIN_ANEW>({
    name: 'ledger',
    workers: 1,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  const queues = new Map<string, Promise<unknown>>();

  async function work(documentId: string, from: number, to: number): Promise<Authorship> {
    for (const anew of [false, true]) {
      const { job, keptThrough } = await jobFor(db, documentId, from, to, anew);
      const size = (job.kept?.length ?? 0) + job.rows.reduce((sum, batch) => sum + batch.length, 0);
      const result =
        size <= inlineBytes
          ? workLedger(job)
          : await pool.run(
              job,
              job.rows.map(({ buffer }) => buffer as ArrayBuffer),
            );
      if (result === MUST_BEGIN_ANEW) continue;
      keep(documentId, keptThrough, result);
      return result.authorship;
    }
    throw new Error(`ledger service: the log of ${documentId} has no positions ${from} and ${to}`);
  }

  function keep(documentId: string, keptThrough: number, { position, ledger, readings }: LedgerResult): void {
    const isWorthIt =
      readings.length > 0 || keptThrough === 0 || position - keptThrough >= ROWS_WORTH_KEEPING;
    if (!isWorthIt) return;
    try {
      saveLedger(db, documentId, { throughPosition: position, bytes: ledger }, readings);
    } catch (error) {
      // On a full disk the answer is as good; it will be worked out again.
      if (!isStorageError(error)) throw error;
    }
  }

  return {
    authorship(documentId, { from, to }) {
      const before = queues.get(documentId) ?? Promise.resolve();
      const mine = before.then(() => work(documentId, from ?? 0, to));
      const settled = mine
        .catch(() => undefined)
        .then(() => {
          if (queues.get(documentId) === settled) queues.delete(documentId);
        });
      queues.set(documentId, settled);
      return mine;
    },
    warm: pool.warm,
    load: pool.load,
    stop: pool.stop,
  };
}

/** What the worker needs: the ledger as it was kept, what it has passed and will be asked for, and the rows since. */
async function jobFor(
  db: Db,
  documentId: string,
  from: number,
  to: number,
  anew: boolean,
): Promise<{ job: LedgerJob; keptThrough: number }> {
  const stored = findLedger(db, documentId);
  const kept = anew ? null : stored;
  const keptThrough = kept?.throughPosition ?? 0;
  // What takes the place of a stored ledger goes at least as far.
  const through = Math.max(to, stored?.throughPosition ?? 0);
  const places = versionPlaces(db, documentId);
  const restores = new Map(places.map((place) => [place.position, place.restores]));
  const rows: Uint8Array[] = [];
  const passed = new Set([from, to]);
  for (let last = keptThrough; last < through; ) {
    const batch = ledgerRows(db, documentId, last, through, ROWS_IN_BATCH);
    if (batch.length === 0) break;
    last = batch.at(-1)?.position ?? through;
    for (const { position } of batch) passed.add(restores.get(position) ?? 0);
    rows.push(
      encodeRows(
        batch.map(({ country, ...row }) => ({
          ...row,
          delegation: country ?? '',
          restores: restores.get(row.position) ?? 0,
        })),
      ),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
  const needed = [...passed].filter((position) => position > 0 && position <= keptThrough);
  const job: LedgerJob = {
    kept: kept?.bytes ?? null,
    readings: findReadings(db, documentId, needed),
    rows,
    readAt: places.map(({ position }) => position),
    from,
    to,
    restored: places.filter((place) => place.restores > 0).sort((a, b) => a.position - b.position),
  };
  return { job, keptThrough };
}
