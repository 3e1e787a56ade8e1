import type { DeleteRange } from './known';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Stretches of clocks by client: in order, joined where they touch. */
export class ClockRanges {
  private readonly spans: ReadonlyMap<number, readonly Span[]>;

  constructor(ranges: Iterable<DeleteRange> = []) {
    const spans = new Map<number, { from: number; to: number }[]>();
    for (const { client, from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
      if (from >= to) continue;
      const ofClient = spans.get(client) ?? [];
      const last = ofClient.at(-1);
      if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
      else ofClient.push({ from, to });
      spans.set(client, ofClient);
    }
    this.spans = spans;
  }

  get isEmpty(): boolean {
    return this.spans.size === 0;
  }

  get count(): number {
    return [...this.spans.values()].reduce((sum, spans) => sum + spans.length, 0);
  }

  /** For each client one stretch, from its first clock to its last. */
  hull(): ClockRanges {
    return new ClockRanges(
      [...this.spans].map(([client, spans]) => ({
        client,
        from: spans[0]?.from ?? 0,
        to: spans.at(-1)?.to ?? 0,
      })),
    );
  }

  *[Symbol.iterator](): Generator<DeleteRange> {
    for (const [client, spans] of this.spans) {
      for (const { from, to } of spans) yield { client, from, to };
    }
  }

  /** What of [from, to) of a client lies in these ranges. */
  *overlap(client: number, from: number, to: number): Generator<DeleteRange> {
    const spans = this.spans.get(client) ?? [];
    for (let index = firstAfter(spans, from); index < spans.length; index += 1) {
      const span = spans[index];
      if (span === undefined || span.from >= to) return;
      yield { client, from: Math.max(from, span.from), to: Math.min(to, span.to) };
    }
  }

  /** Whether all of the other ranges lie within these. */
  covers(other: Iterable<DeleteRange>): boolean {
    for (const { client, from, to } of other) {
      const [within] = this.overlap(client, from, to);
      if (within?.from !== from || within.to !== to) return false;
    }
    return true;
  }
}

/** Index of the first span that ends after `clock`. */
function firstAfter(spans: readonly Span[], clock: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.to ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
