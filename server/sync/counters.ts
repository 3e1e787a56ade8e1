import { Histogram, TURN_BOUNDS } from '../metrics/histogram';

/** What the sync server has done since it started; for operations, never for decisions. */
export class Counters {
  commits = 0;
  rows = 0;
  storageFailures = 0;
  slowReaders = 0;
  /** Whether a commit has failed since rows were last committed. */
  isStorageFailing = false;
  private readonly commitSeconds = new Histogram(TURN_BOUNDS);
  private readonly fanOutSeconds = new Histogram(TURN_BOUNDS);
  private readonly refusedByRule = new Map<string, number>();

  refused(rule: string): void {
    this.refusedByRule.set(rule, (this.refusedByRule.get(rule) ?? 0) + 1);
  }

  /** A turn with edits: how long its transaction took, and how long telling the rooms of it. */
  turnTook(commitMs: number, fanOutMs: number): void {
    this.commitSeconds.observe(commitMs / 1000);
    this.fanOutSeconds.observe(fanOutMs / 1000);
  }

  /** All of it at this instant. */
  read() {
    const { commits, rows, storageFailures, slowReaders, isStorageFailing } = this;
    return {
      commits,
      rows,
      storageFailures,
      slowReaders,
      isStorageFailing,
      refusals: Object.fromEntries(this.refusedByRule) as Readonly<Record<string, number>>,
      commitSeconds: this.commitSeconds.read(),
      fanOutSeconds: this.fanOutSeconds.read(),
    };
  }
}
