/** Refusals weigh differently; this much of them within a window is an attack (SY17). */
const MOST_STRIKES = 30;
const STRIKE_WINDOW_MS = 10_000;

/** What one person was refused lately, over all their sockets: to hang up and come back wipes nothing out. */
export class Offences {
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
}
