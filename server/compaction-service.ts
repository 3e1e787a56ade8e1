import type { MergedState, MergeLog } from './ports';
import { createWorkerPool, type WorkerPool } from './worker-pool';

/** Heap of the worker. A log that needs more fails alone. */
const MEMORY_MB = 1024;

export interface CompactionWorkers extends Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {
  readonly mergeLog: MergeLog;
}

/**
 * The pieces of a log one behind the other, and where each of them ends. Handed over like this, thousands of rows are
 * one block of memory and not thousands of copies.
 */
export interface PackedPieces {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Merges logs in a worker thread of their own, which begins with the first of them. */
export function createCompactionService(): CompactionWorkers {
  const pool = createWorkerPool<PackedPieces, MergedState>({
    name: 'compaction',
    workers: 1,
    memoryMb: MEMORY_MB,
  });
  return {
    mergeLog: (pieces) => {
      const packed = pack(pieces);
      return pool.run(packed, [packed.bytes.buffer, packed.ends.buffer]);
    },
    load: pool.load,
    stop: pool.stop,
  };
}

export function pack(pieces: readonly Uint8Array[]): PackedPieces {
  const ends = new Uint32Array(pieces.length);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let end = 0;
  for (const [index, piece] of pieces.entries()) {
    bytes.set(piece, end);
    end += piece.byteLength;
    ends[index] = end;
  }
  return { bytes, ends };
}

export function unpack({ bytes, ends }: PackedPieces): Uint8Array[] {
  return [...ends].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
