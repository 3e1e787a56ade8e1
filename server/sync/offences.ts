import { Allowance } from './allowance';
import { Unread } from './unread';

/** Refusals weigh differently; this much of them within a window is an attack (SY17). */
const MOST_STRIKES = 30;
const STRIKE_WINDOW_MS = 10_000;

/** Steps of SY27 that one person may cause. Everybody who loads the text takes them again, so they are dear. */
const MOST_STEPS = 1_000_000;
const STEPS_A_SECOND = 500;

/**
 * What one person answers for over all their sockets: what they were refused lately, which to hang up and come back
 * does not wipe out, and what they leave unread.
 */
export class Offences {
  private readonly steps = new Allowance(MOST_STEPS, STEPS_A_SECOND);
  readonly unread = new Unread();
  private strikes = 0;
  private sinceMs = 0;

  /** Counts one; true when it was one too many. */
  add(weight: number, nowMs: number): boolean {
    if (Math.abs(nowMs - this.sinceMs) > STRIKE_WINDOW_MS) {
      this.strikes = 0;
      this.sinceMs = nowMs;
    }
    this.strikes += weight;
    return this.strikes > MOST_STRIKES;
  }

  /** Whether an update may cost so many steps now. */
  mayCost(steps: number): boolean {
    return this.steps.take(steps);
  }
}
