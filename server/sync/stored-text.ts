import * as Y from 'yjs';
import { mergeState } from '../text/ydoc';
import { knowsNothing } from './gate/candidate';
import { readWhole } from './gate/decode';
import type { Known } from './known';

const EMPTY = Uint8Array.of(0, 0);
/** Up to this many pieces are merged as bytes; beyond it a Y.Doc is faster. */
const MOST_MERGED = 64;

/** What Known asks, read once from the bytes. */
interface Facts {
  readonly clocks: Map<number, number>;
  readonly gone: Map<number, { from: number; to: number }[]>;
}

/**
 * The text of a room that is merely read: the bytes of the log, handed out as they are. No Y.Doc is built for it.
 */
export class StoredText implements Known {
  private pieces: Uint8Array[];
  private facts: Facts | null;

  /** Throws where the bytes cannot be read or lack their past: a text that fails to load is never an empty one. */
  constructor(updates: readonly Uint8Array[]) {
    this.pieces = [...updates];
    this.facts = factsOf(this.whole());
  }

  append(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    this.pieces.push(...updates);
    this.facts = null;
  }

  clockAfter(client: number): number {
    return this.read().clocks.get(client) ?? 0;
  }

  isGone(client: number, from: number, to: number): boolean {
    const ranges = this.read().gone.get(client) ?? [];
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ranges[middle]?.from ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return to <= (ranges[low - 1]?.to ?? -1);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVectorFromUpdate(this.whole());
  }

  difference(vector: Uint8Array): Uint8Array {
    return knowsNothing(vector) ? this.whole() : Y.diffUpdate(this.whole(), vector);
  }

  private read(): Facts {
    this.facts ??= factsOf(this.whole());
    return this.facts;
  }

  private whole(): Uint8Array {
    const [first = EMPTY, ...rest] = this.pieces;
    if (rest.length === 0) return first;
    const merged = this.pieces.length > MOST_MERGED ? mergeState(this.pieces) : Y.mergeUpdates(this.pieces);
    this.pieces = [merged];
    return merged;
  }
}

function factsOf(bytes: Uint8Array): Facts {
  const update = readWhole(bytes);
  if (update === null) throw new Error('StoredText: the log holds bytes that are not an update');
  const clocks = new Map<number, number>();
  for (const struct of update.structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || clock > (clocks.get(client) ?? 0)) {
      throw new Error('StoredText: the past of an update is missing');
    }
    clocks.set(client, clock + struct.length);
  }
  return { clocks, gone: goneRanges(update.deletes) };
}

/** Delete ranges by client, sorted and joined where they touch, so that one range covers what is asked or none does. */
function goneRanges(deletes: readonly { client: number; from: number; to: number }[]): Facts['gone'] {
  const gone: Facts['gone'] = new Map();
  for (const { client, from, to } of [...deletes].sort((a, b) => a.from - b.from)) {
    const ranges = gone.get(client) ?? [];
    const last = ranges.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
    gone.set(client, ranges);
  }
  return gone;
}
