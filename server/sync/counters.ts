/** What the sync server has done since it started; for operations, never for decisions. */
export class Counters {
  commits = 0;
  rows = 0;
  storageFailures = 0;
  private readonly refusedByRule = new Map<string, number>();

  refused(rule: string): void {
    this.refusedByRule.set(rule, (this.refusedByRule.get(rule) ?? 0) + 1);
  }

  get refusals(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.refusedByRule);
  }
}
