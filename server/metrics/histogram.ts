/** Upper bounds of the buckets in seconds: from a tenth of a millisecond to a second, where a commit is long lost. */
export const TURN_BOUNDS: readonly number[] = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
];

/** What a histogram has seen: `counts[i]` values up to `bounds[i]` and above the bound before, the last above all. */
export interface HistogramReading {
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
  readonly sum: number;
}

/** How values are spread over fixed buckets. Observing one costs a short search and no memory. */
export class Histogram {
  private readonly bounds: readonly number[];
  private readonly counts: number[];
  private sum = 0;

  /** `bounds` ascending, in the unit of the values. */
  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = new Array<number>(bounds.length + 1).fill(0);
  }

  observe(value: number): void {
    const place = this.bounds.findIndex((bound) => value <= bound);
    const bucket = place < 0 ? this.bounds.length : place;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.sum += value;
  }

  read(): HistogramReading {
    return { bounds: this.bounds, counts: [...this.counts], sum: this.sum };
  }
}
