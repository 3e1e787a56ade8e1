import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { mergeState } from '../text/ydoc';
import { ClockRanges } from './clock-ranges';
import { type DecodedUpdate, readWhole, type Struct } from './gate/decode';
import { type DeleteRange, type Known, knowsNothing } from './known';

const EMPTY = Uint8Array.of(0, 0);
/** Up to this many pieces are merged as bytes; beyond it a Y.Doc is faster. */
const MOST_MERGED = 64;
/** So few rows go out as they are: merging them costs us more than applying them costs anybody. */
const MOST_SINGLE = 16;

/** A text through some position of its log, as one update, with its state vector. */
export interface StoredState {
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** The text as pieces to be applied in this order; after the last of them, and not before, all of it is there. */
export interface Opening {
  readonly first: readonly Uint8Array[];
  readonly last: Uint8Array;
}

/** What only a look into all the bytes can say. */
interface Facts {
  readonly gone: ClockRanges;
  /** What is gone, and marks. */
  readonly slight: ClockRanges;
}

/**
 * The text of a room as the bytes of its log: the compacted state, which is handed out as it is and not even
 * decoded, and the rows after it, which are few. No Y.Doc is built for it.
 */
export class StoredText implements Known {
  /** The compacted state, where there is one, and what has been merged of the rows after it. */
  private merged: Uint8Array[];
  private tail: Uint8Array[] = [];
  private rows = 0;
  private readonly clocks: Map<number, number>;
  private facts: Facts | null = null;

  /** Throws where the bytes cannot be read or lack their past: a text that fails to load is never an empty one. */
  constructor(state: StoredState | null, rows: readonly Uint8Array[]) {
    this.merged = state === null ? [] : [state.bytes];
    this.clocks = state === null ? new Map() : Y.decodeStateVector(state.stateVector);
    this.append(rows);
  }

  append(rows: readonly Uint8Array[]): void {
    for (const row of rows) {
      this.goOn(read(row));
      // A copy: what came over a socket lies in a block of memory many times its size.
      this.tail.push(row.slice());
    }
    this.rows += rows.length;
  }

  /** How many rows have been appended, those it began with included. */
  get tailLength(): number {
    return this.rows;
  }

  clockAfter(client: number): number {
    return this.clocks.get(client) ?? 0;
  }

  isGone(client: number, from: number, to: number): boolean {
    return from < to && this.look().gone.covers([{ client, from, to }]);
  }

  /** Whether these ranges hold nothing but marks: what Yjs clients delete by themselves when they tidy. */
  areMarks(ranges: readonly DeleteRange[]): boolean {
    return ranges.every(({ from, to }) => from < to) && this.look().slight.covers(ranges);
  }

  stateVector(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, this.clocks.size);
      for (const [client, clock] of this.clocks) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
      }
    });
  }

  /** The text for somebody who knows nothing of it. */
  opening(): Opening {
    // Whole bundles are merged once, however many come in while the tail grows.
    while (this.tail.length >= MOST_MERGED) {
      this.merged.push(Y.mergeUpdates(this.tail.splice(0, MOST_MERGED)));
    }
    const few = this.tail.length <= MOST_SINGLE ? this.tail : [Y.mergeUpdates(this.tail)];
    const pieces = [...this.merged, ...few];
    return { first: pieces.slice(0, -1), last: pieces.at(-1) ?? EMPTY };
  }

  /** What somebody who knows `vector` lacks, as one update. */
  difference(vector: Uint8Array): Uint8Array {
    return knowsNothing(vector) ? this.whole() : Y.diffUpdate(this.whole(), vector);
  }

  /** The text as updates, to be applied in this order. */
  pieces(): Uint8Array[] {
    return [...this.merged, ...this.tail];
  }

  private goOn({ structs }: DecodedUpdate): void {
    this.facts = null;
    for (const struct of structs) {
      const { client, clock } = struct.id;
      const known = this.clockAfter(client);
      if (struct instanceof Y.Skip || clock > known) {
        throw new Error('StoredText: the past of an update is missing');
      }
      this.clocks.set(client, Math.max(known, clock + struct.length));
    }
  }

  private look(): Facts {
    this.facts ??= factsOf(this.pieces().map(read));
    return this.facts;
  }

  private whole(): Uint8Array {
    const pieces = this.pieces();
    const [first = EMPTY, ...rest] = pieces;
    if (rest.length === 0) return first;
    const merged = pieces.length > MOST_MERGED ? mergeState(pieces) : Y.mergeUpdates(pieces);
    this.merged = [merged];
    this.tail = [];
    return merged;
  }
}

function read(bytes: Uint8Array): DecodedUpdate {
  const update = readWhole(bytes);
  if (update === null) throw new Error('StoredText: the log holds bytes that are not an update');
  return update;
}

function factsOf(updates: readonly DecodedUpdate[]): Facts {
  const deletes = updates.flatMap((update) => update.deletes);
  const marks = updates
    .flatMap(({ structs }) => structs.filter(isMark))
    .map(({ id, length }) => ({
      client: id.client,
      from: id.clock,
      to: id.clock + length,
    }));
  return { gone: new ClockRanges(deletes), slight: new ClockRanges([...deletes, ...marks]) };
}

function isMark(struct: Struct): boolean {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;
}
