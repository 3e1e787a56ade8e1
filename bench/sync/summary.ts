import { median } from './driver/histogram';
import type { Surroundings } from './machine';
import type { Bar, Figures, Workload } from './workloads/workload';

/** One measurement of one server in one case. `error` is why there are no figures. */
export interface Measurement extends Surroundings {
  readonly workload: string;
  readonly case: string;
  readonly peer: string;
  readonly repetition: number;
  readonly figures: Figures;
  readonly error?: string;
}

export interface Verdict {
  readonly bar: string;
  readonly ours: number | null;
  readonly limit: number | null;
  /** Null where we or the peer that sets the bar were not measured. */
  readonly isMet: boolean | null;
}

export const OURS = 'mufakat';

/** What the measurements of one workload come to over all repetitions. */
export class Summary {
  readonly workload: Workload;
  readonly measurements: readonly Measurement[];

  constructor(workload: Workload, measurements: readonly Measurement[]) {
    this.workload = workload;
    this.measurements = measurements;
  }

  /** The median, of what is counted the sum; null where it was never measured. */
  figure(name: string, peer: string, key: string): number | null {
    const values = this.of(name, peer)
      .map(({ figures }) => figures[key])
      .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
    if (values.length === 0) return null;
    const isCount = this.workload.columns.some((column) => column.key === key && column.isCount === true);
    return isCount ? values.reduce((sum, value) => sum + value, 0) : median(values);
  }

  get verdicts(): Verdict[] {
    return this.workload.bars.map((bar) => {
      const ours = this.figure(bar.case, OURS, bar.key);
      const limit = bar.limit((peer, key) => this.figure(bar.case, peer, key));
      return { bar: bar.text, ours, limit, isMet: this.isMet(bar, ours, limit) };
    });
  }

  /** A run of ours that failed or collapsed meets no bar; against a peer without a figure nothing is said. */
  private isMet(bar: Bar, ours: number | null, limit: number | null): boolean | null {
    const own = this.of(bar.case, OURS);
    if (own.length === 0 || limit === null) return null;
    if (ours === null || own.some(({ figures }) => typeof figures[bar.key] !== 'number')) return false;
    return bar.is === 'atMost' ? ours <= limit : ours >= limit;
  }

  private of(name: string, peer: string): Measurement[] {
    return this.measurements.filter((one) => one.case === name && one.peer === peer);
  }
}
