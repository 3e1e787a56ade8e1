const PATIENCE_MS = 500;

/**
 * What several pages of one browser hold together, by name. Whoever leaves can tell whether they were the last; where a
 * browser knows no locks (pages without a secure address) each page thinks itself alone.
 */
export class SharedHold {
  private readonly name: string;
  private release: (() => void) | null = null;
  private held: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.name = name;
  }

  take(): void {
    if (this.release !== null || navigator.locks === undefined) return;
    const released = new Promise<void>((resolve) => {
      this.release = resolve;
    });
    this.held = navigator.locks.request(this.name, { mode: 'shared' }, () => released);
  }

  /** Lets go; `last` is done where no other page holds it, `other` where one does. */
  async leave(last: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> {
    this.release?.();
    this.release = null;
    await this.held;
    if (navigator.locks === undefined) {
      await last();
      return;
    }
    // A page that is just going lets go in a moment; another tab does not.
    const asked = { mode: 'exclusive', signal: AbortSignal.timeout(PATIENCE_MS) } as const;
    let isLast = false;
    const alone = navigator.locks.request(this.name, asked, () => {
      isLast = true;
      return last();
    });
    await alone.catch((error: unknown) => {
      if (isLast) throw error;
      return other();
    });
  }
}
