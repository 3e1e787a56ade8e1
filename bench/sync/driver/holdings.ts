import { RunReader } from './runs';

/** What a document holds: how far the writing of each client id has come. */
export class Holdings {
  private readonly clocks = new Map<number, number>();
  private readonly reader = new RunReader();

  add(update: Uint8Array): void {
    this.reader.read(update, (client, clock, length) => {
      this.clocks.set(client, Math.max(this.clockOf(client), clock + length));
    });
  }

  /** The clock that comes next of a client: clocks below it are held. */
  clockOf(client: number): number {
    return this.clocks.get(client) ?? 0;
  }

  holds(whole: Readonly<Record<string, number>>): boolean {
    return Object.entries(whole).every(([client, clock]) => this.clockOf(Number(client)) >= clock);
  }

  get byClient(): Record<string, number> {
    return Object.fromEntries(this.clocks);
  }
}
