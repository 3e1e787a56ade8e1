import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the loop is looked at. What is reported has this already taken off. */
const RESOLUTION_MS = 20;

/** Seconds by which timers came late since the last reading. */
export interface LoopDelayReading {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Watches how late the event loop is: every millisecond of it is one that everybody who types has waited. */
export class LoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.histogram.enable();
  }

  /** Reads and begins anew, so that a peak is seen once and not for ever. */
  take(): LoopDelayReading {
    const { histogram } = this;
    const reading = {
      mean: lateness(histogram.mean),
      p50: lateness(histogram.percentile(50)),
      p99: lateness(histogram.percentile(99)),
      max: lateness(histogram.max),
    };
    histogram.reset();
    return reading;
  }

  stop(): void {
    this.histogram.disable();
  }
}

/** From nanoseconds between two looks to seconds of delay; nought where there was no second look yet. */
function lateness(nanoseconds: number): number {
  const late = nanoseconds / 1e9 - RESOLUTION_MS / 1000;
  return Number.isFinite(late) && nanoseconds < Number.MAX_SAFE_INTEGER ? Math.max(0, late) : 0;
}
