import type { Worker } from 'node:worker_threads';
import type { Db } from '../db/client';
import { ledgerRows, versionPlaces } from '../db/ledger';
import { lastPosition } from '../db/update-log';
import type { ClauseHistory } from '../domain/text/ledger/history';
import type { HistoryQuestion, HistoryService } from './ports';
import {
  encodeChronicleRows,
  Histories,
  type HistoryJob,
  type HistoryResult,
  NOT_HELD,
} from './text/ledger/history/work';
import { createWorkerPool, type WorkerPool } from './worker-pool';

export interface HistoryServiceOptions {
  readonly memoryMb?: number;
  /** Without a worker: for the command line and tests. */
  readonly inline?: boolean;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface HistoryWorkers extends HistoryService, Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {}

const MEMORY_MB = 1024;
/** Rows read at once; between two batches the event loop goes round. */
const ROWS_IN_BATCH = 500;

/**
 * The histories of clauses, worked out from the log in a worker of their own: a comparison never waits for one. The
 * worker holds on to the texts asked about last, so that the next question enters only the rows since. One question
 * at a time, so that what is held is known.
 */
export function createHistoryService(db: Db, options: HistoryServiceOptions = {}): HistoryWorkers {
  const pool = createWorkerPool<HistoryJob, HistoryResult>({
    name: 'history',
    workers: 1,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  const here = options.inline === true ? new Histories() : null;
  /** How far the worker is believed to hold each text. */
  const held = new Map<string, number>();
  let queue: Promise<unknown> = Promise.resolve();

  async function work(question: HistoryQuestion): Promise<ClauseHistory | null> {
    const { documentId } = question;
    for (const after of new Set([held.get(documentId) ?? 0, 0])) {
      const through = lastPosition(db, documentId);
      const versions = versionPlaces(db, documentId);
      const rows = await rowsBetween(db, documentId, after, through);
      const job: HistoryJob = { ...question, after, rows, versions };
      const result =
        here === null
          ? await pool.run(
              job,
              rows.map(({ buffer }) => buffer as ArrayBuffer),
            )
          : here.work(job);
      if (result === NOT_HELD) continue;
      held.set(documentId, through);
      return JSON.parse(result) as ClauseHistory | null;
    }
    throw new Error(`history service: the log of ${documentId} cannot be followed from its first row`);
  }

  return {
    history(question) {
      const mine = queue.then(() => work(question));
      queue = mine.catch(() => held.delete(question.documentId));
      return mine;
    },
    load: pool.load,
    stop: pool.stop,
  };
}

async function rowsBetween(
  db: Db,
  documentId: string,
  after: number,
  through: number,
): Promise<Uint8Array[]> {
  const batches: Uint8Array[] = [];
  for (let last = after; last < through; ) {
    const rows = ledgerRows(db, documentId, last, through, ROWS_IN_BATCH);
    if (rows.length === 0) break;
    last = rows.at(-1)?.position ?? through;
    batches.push(
      encodeChronicleRows(rows.map(({ country, ...row }) => ({ ...row, delegation: country ?? '' }))),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
  return batches;
}
