import type { AnyJob, Results } from '../driver/jobs';
import type { Needs, Peer, StartOptions } from '../peers/peer';

/** What was measured of one server in one case, by name; null where it could not be. */
export type Figures = Readonly<Record<string, number | null>>;

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Digits after the point. */
  readonly digits: number;
  /** Whether less or more of it is better; without it no ratio is printed. */
  readonly better?: 'less' | 'more';
  /** Something counted: repetitions add up, and one lost edit in three runs is not hidden by the median. */
  readonly isCount?: boolean;
}

/** A bar of issue 3. */
export interface Bar {
  readonly text: string;
  readonly case: string;
  readonly key: string;
  /** What it is held against, given the figures of a peer in this case; null where that peer was not measured. */
  readonly limit: (of: (peer: string, key: string) => number | null) => number | null;
  readonly is: 'atMost' | 'atLeast';
}

export interface Settings {
  /** Seconds of measured typing. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly kills: number;
  readonly isQuick: boolean;
}

/** What a workload may do with the server it measures. */
export interface Bench {
  readonly settings: Settings;
  readonly peer: Peer;
  /** Starts it on the directory of this case; the last one is stopped by the caller if the workload does not. */
  start(options?: StartOptions): Promise<Running>;
  /** Has the driver do a job in a process of its own. */
  drive<K extends keyof Results>(job: Extract<AnyJob, { kind: K }>): Promise<Results[K]>;
}

export interface Running {
  readonly pid: number;
  readonly target: AnyJob['target'];
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface Workload {
  readonly id: string;
  readonly title: string;
  readonly needs: Needs;
  readonly columns: readonly Column[];
  readonly bars: readonly Bar[];
  cases(settings: Settings): readonly string[];
  /** Why this server cannot be measured so, or null. */
  unfit(peer: Peer): string | null;
  measure(bench: Bench, name: string): Promise<Figures>;
}
