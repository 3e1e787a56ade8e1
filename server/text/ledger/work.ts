import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Authorship, WrittenRun } from '../../../domain/text/ledger/authorship';
import { type RestoredAt, touchesBetween } from '../../../domain/text/ledger/form/between';
import { Ledger, type LedgerRow } from './ledger';
import { type Reading, readingOf } from './reading';
import { removalsOf } from './removals';
import { decodeLedger, decodeReading, encodeLedger, encodeReading } from './snapshot';

/** A row on its way to the worker; `restores` is the position whose text it brought back, or 0. */
export interface WorkRow extends Omit<LedgerRow, 'restores'> {
  readonly restores: number;
}

export interface KeptReading {
  readonly position: number;
  readonly bytes: Uint8Array;
}

export interface LedgerJob {
  /** The ledger as it was kept, or null: from the first row on. */
  readonly kept: Uint8Array | null;
  /** Readings at positions that the kept ledger has passed and that are needed. */
  readonly readings: readonly KeptReading[];
  /** The rows that follow, written by `encodeRows`. */
  readonly rows: readonly Uint8Array[];
  /** Positions at which readings are to be kept: versions. */
  readonly readAt: readonly number[];
  /** The newer text, and the older one (0: none). */
  readonly to: number;
  readonly from: number;
  /** Rows that brought back an earlier text, in order. */
  readonly restored: readonly RestoredAt[];
}

export interface LedgerResult {
  readonly authorship: Authorship;
  /** The ledger after the last row, to be kept. */
  readonly ledger: Uint8Array;
  readonly position: number;
  readonly readings: readonly KeptReading[];
}

/** What was kept is damaged, of another format, or lacks a reading: the ledger must be worked out from the first row on. */
export const MUST_BEGIN_ANEW = 'must begin anew';

/** Takes a ledger on through the rows that follow and answers who wrote one text and took another away. */
export function workLedger(job: LedgerJob): LedgerResult | typeof MUST_BEGIN_ANEW {
  const ledger = openLedger(job.kept);
  if (ledger === null) return MUST_BEGIN_ANEW;
  const readings = new Map<number, Reading>();
  for (const { position, bytes } of job.readings) {
    const reading = undamaged(() => decodeReading(bytes));
    if (reading === null) return MUST_BEGIN_ANEW;
    readings.set(position, reading);
  }
  const taken: KeptReading[] = [];
  const readAt = new Set(job.readAt);
  const take = () => {
    const { position } = ledger;
    if (
      position === 0 ||
      readings.has(position) ||
      !(readAt.has(position) || position === job.to || position === job.from)
    )
      return;
    const reading = readingOf(ledger);
    readings.set(position, reading);
    if (readAt.has(position)) taken.push({ position, bytes: encodeReading(reading) });
  };
  take();
  for (const batch of job.rows) {
    for (const { restores, ...row } of decodeRows(batch)) {
      const then = restores === 0 ? undefined : readings.get(restores);
      if (restores !== 0 && then === undefined) return MUST_BEGIN_ANEW;
      ledger.enter(then === undefined ? row : { ...row, restores: then });
      take();
    }
  }
  const [now, then] = [readings.get(job.to), readings.get(job.from)];
  if (now === undefined || (job.from !== 0 && then === undefined)) return MUST_BEGIN_ANEW;
  return {
    authorship: {
      written: writtenRuns(now),
      removed: then === undefined ? null : removalsOf(then, ledger.fates, job.to),
      touches:
        then === undefined
          ? null
          : touchesBetween(ledger.forms.traces.entries(), job.from, job.to, job.restored),
    },
    ledger: encodeLedger(ledger),
    position: ledger.position,
    readings: taken,
  };
}

/** The runs of a reading without their ids, neighbours of one hand joined. */
export function writtenRuns(reading: Reading): WrittenRun[] {
  const runs: WrittenRun[] = [];
  for (const { length, written, carried } of reading.runs) {
    const last = runs.at(-1);
    if (last?.written === written && last.carried === carried) {
      runs[runs.length - 1] = { ...last, length: last.length + length };
    } else {
      runs.push({ length, written, carried });
    }
  }
  return runs;
}

function openLedger(kept: Uint8Array | null): Ledger | null {
  return kept === null ? new Ledger() : undamaged(() => decodeLedger(kept));
}

/** What was kept can be worked out again: damaged bytes are as good as none. */
function undamaged<T>(decode: () => T | null): T | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

/** Rows as one run of bytes, which can be handed to a worker without being copied. */
export function encodeRows(rows: readonly WorkRow[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, rows.length);
  for (const row of rows) {
    encoding.writeVarUint(encoder, row.position);
    encoding.writeVarString(encoder, row.userId);
    encoding.writeVarString(encoder, row.delegation);
    encoding.writeVarString(encoder, row.at);
    encoding.writeVarUint(encoder, row.restores);
    encoding.writeVarUint8Array(encoder, row.bytes);
  }
  return encoding.toUint8Array(encoder);
}

function* decodeRows(bytes: Uint8Array): Generator<WorkRow> {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  for (let index = 0; index < count; index += 1) {
    yield {
      position: decoding.readVarUint(decoder),
      userId: decoding.readVarString(decoder),
      delegation: decoding.readVarString(decoder),
      at: decoding.readVarString(decoder),
      restores: decoding.readVarUint(decoder),
      bytes: decoding.readVarUint8Array(decoder),
    };
  }
}
