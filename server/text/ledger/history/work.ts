import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Chronicle, type ChronicleRow, type VersionMark } from './chronicle';
import { type FilmRequest, filmOf } from './film';

export interface HistoryJob extends FilmRequest {
  readonly documentId: string;
  /** The rows follow this position: that far the chronicle is believed to be held. */
  readonly after: number;
  /** Written by `encodeChronicleRows`. */
  readonly rows: readonly Uint8Array[];
  readonly versions: readonly VersionMark[];
}

/** The history as JSON, "null" where there never was such a clause; or the chronicle is not held that far. */
export type HistoryResult = string | typeof NOT_HELD;

export const NOT_HELD = 0;

/** So many chronicles are held for the next question, and logs of so many bytes together; the last one always. */
const MOST_HELD = 4;
const MOST_HELD_BYTES = 64_000_000;

/** Works out histories of clauses, and holds on to the chronicles so that the next question enters new rows only. */
export class Histories {
  /** The one asked last comes last. */
  private readonly held = new Map<string, { readonly chronicle: Chronicle; readonly bytes: number }>();

  work(job: HistoryJob): HistoryResult {
    const known = job.after === 0 ? undefined : this.held.get(job.documentId);
    this.held.delete(job.documentId);
    const chronicle = known?.chronicle ?? new Chronicle();
    if (chronicle.ledger.position !== job.after || !chronicle.know(job.versions)) return NOT_HELD;
    for (const batch of job.rows) for (const row of decodeRows(batch)) chronicle.enter(row);
    const bytes = job.rows.reduce((sum, batch) => sum + batch.length, known?.bytes ?? 0);
    this.held.set(job.documentId, { chronicle, bytes });
    this.forget();
    return JSON.stringify(filmOf(chronicle, job));
  }

  private forget(): void {
    const total = () => [...this.held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const oldest of this.held.keys()) {
      if (this.held.size === 1 || (this.held.size <= MOST_HELD && total() <= MOST_HELD_BYTES)) return;
      this.held.delete(oldest);
    }
  }
}

/** Rows as one run of bytes, which can be handed to a worker without being copied. */
export function encodeChronicleRows(rows: readonly ChronicleRow[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, rows.length);
  for (const row of rows) {
    encoding.writeVarUint(encoder, row.position);
    encoding.writeVarString(encoder, row.userId);
    encoding.writeVarString(encoder, row.delegation);
    encoding.writeVarString(encoder, row.at);
    encoding.writeVarUint8Array(encoder, row.bytes);
  }
  return encoding.toUint8Array(encoder);
}

function* decodeRows(bytes: Uint8Array): Generator<ChronicleRow> {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  for (let index = 0; index < count; index += 1) {
    yield {
      position: decoding.readVarUint(decoder),
      userId: decoding.readVarString(decoder),
      delegation: decoding.readVarString(decoder),
      at: decoding.readVarString(decoder),
      bytes: decoding.readVarUint8Array(decoder),
    };
  }
}
