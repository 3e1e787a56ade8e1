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
    const asked = { mode: 'exclusive', ifAvailable: true } as const;
    await navigator.locks.request(this.name, asked, (lock) => (lock === null ? other() : last()));
  }
}
