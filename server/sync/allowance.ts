/** So much at once, and so much a second on. Time is the process's own, which nobody sets back. */
export class Allowance {
  private left: number;
  private lastMs: number;

  constructor(
    private readonly most: number,
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = most;
    this.lastMs = now();
  }

  /** Whether there was enough left; what is refused costs nothing. */
  take(amount = 1): boolean {
    const at = this.now();
    this.left = Math.min(this.most, this.left + ((at - this.lastMs) / 1000) * this.perSecond);
    this.lastMs = at;
    if (this.left < amount) return false;
    this.left -= amount;
    return true;
  }
}
