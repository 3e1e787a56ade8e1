/** Each bucket is this much wider than the one before: percentiles are exact to one per cent. */
const GROWTH = Math.log(1.01);
/** The first bucket ends here; a microsecond is below what the clock tells apart. */
const SMALLEST_MS = 0.001;
/** Reaches 22 minutes. */
const BUCKETS = 2112;

/** Durations in milliseconds, millions of them in 17 kB. */
export class Histogram {
  private readonly buckets = new Uint32Array(BUCKETS);
  private most = 0;
  private total = 0;

  add(ms: number): void {
    const bucket = ms <= SMALLEST_MS ? 0 : Math.ceil(Math.log(ms / SMALLEST_MS) / GROWTH);
    const index = Math.min(bucket, BUCKETS - 1);
    this.buckets[index] = (this.buckets[index] ?? 0) + 1;
    if (ms > this.most) this.most = ms;
    this.total += 1;
  }

  get count(): number {
    return this.total;
  }

  get max(): number {
    return this.most;
  }

  /** The duration that this share (0…1) of all durations does not exceed, by nearest rank; NaN of none. */
  percentile(share: number): number {
    if (this.total === 0) return Number.NaN;
    const rank = Math.max(1, Math.ceil(share * this.total));
    let seen = 0;
    for (let index = 0; index < BUCKETS; index += 1) {
      seen += this.buckets[index] ?? 0;
      if (seen >= rank) return Math.min(SMALLEST_MS * Math.exp(index * GROWTH), this.most);
    }
    return this.most;
  }

  summary(): Spread {
    return {
      count: this.total,
      p50: this.percentile(0.5),
      p99: this.percentile(0.99),
      max: this.most,
    };
  }
}

/** All in milliseconds but the count. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** The middle of some values, the mean of the two middle ones where their number is even; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
