import type { Client, HearUpdate } from './client';
import type { Histogram } from './histogram';
import { RunReader } from './runs';
import { Writer } from './writer';

interface Member {
  readonly client: Client;
  /** How much of each writer this member has: the clock it waits for next. */
  readonly next: Uint32Array;
}

const reader = new RunReader();

/** One document of a typing job: its members, what each has written and what each has seen. */
export class Room {
  /** Keystrokes that reached somebody. */
  delivered = 0;
  private joined = 0;
  private skipped = 0;
  private readonly members: Member[] = [];
  private readonly writers: readonly Writer[];
  private readonly firstId: number;
  private readonly seen: Histogram;
  /** When each clock of each writer was sent, and the range of clocks that count. */
  private readonly sentAt: number[][];
  private readonly from: number[];
  private readonly to: number[];

  /** Writer n has the Yjs client id `firstId + n`; the durations from writing to sight go into `seen`. */
  constructor(firstId: number, writers: number, seen: Histogram) {
    this.firstId = firstId;
    this.seen = seen;
    this.writers = Array.from({ length: writers }, (_, index) => new Writer(firstId + index));
    this.sentAt = this.writers.map(() => []);
    this.from = this.writers.map(() => Number.POSITIVE_INFINITY);
    this.to = this.writers.map(() => Number.POSITIVE_INFINITY);
  }

  /** Resolves when the new member has the text. The first to join are the writers. */
  async join(connect: (onUpdate: HearUpdate) => Promise<Client>): Promise<void> {
    const next = new Uint32Array(this.writers.length);
    const index = this.joined++;
    const client = await connect((update, at) => this.hear(index, next, update, at));
    this.members[index] = { client, next };
    await client.synced();
    const writer = this.writers[index];
    if (writer !== undefined) client.send(client.frames.presence(writer.caret()));
  }

  /** Every writer makes their paragraph; the first brings a body of so many characters. */
  begin(bodySize: number): void {
    this.writers.forEach((writer, index) => {
      const client = this.members[index]?.client;
      if (client === undefined) return;
      client.send(client.frames.update(writer.begin(index === 0 ? bodySize : 0)));
    });
  }

  /** One keystroke of a writer, with its caret, in one write. */
  type(writerIndex: number): void {
    const writer = this.writers[writerIndex];
    const client = this.members[writerIndex]?.client;
    if (writer === undefined || client === undefined || client.isClosed) return;
    const clock = writer.clock;
    const update = client.frames.update(writer.type());
    const caret = client.frames.presence(writer.caret());
    const sentAt = this.sentAt[writerIndex];
    if (sentAt !== undefined) sentAt[clock] = performance.now();
    client.send(update, caret);
  }

  /** Keystrokes count from now on. */
  startMeasuring(): void {
    this.writers.forEach((writer, index) => {
      this.from[index] = writer.clock;
    });
  }

  /** Keystrokes from now on do not count; those under way still do. */
  stopMeasuring(): void {
    this.writers.forEach((writer, index) => {
      this.to[index] = writer.clock;
    });
  }

  /** Clocks that some member has not seen, summed over all members. */
  get missing(): number {
    let missing = this.skipped;
    this.members.forEach(({ next }, member) => {
      this.writers.forEach((writer, index) => {
        if (index !== member) missing += writer.clock - (next[index] ?? 0);
      });
    });
    return missing;
  }

  get closed(): number {
    return this.members.filter(({ client }) => client.isClosed).length;
  }

  close(): void {
    for (const { client } of this.members) client.close();
  }

  private hear(member: number, next: Uint32Array, update: Uint8Array, at: number): void {
    reader.read(update, (client, clock, length) => {
      const index = client - this.firstId;
      if (index < 0 || index >= this.writers.length || index === member) return;
      const end = clock + length;
      const awaited = next[index] ?? 0;
      const first = Math.max(clock, awaited);
      if (end > first) this.skipped += first - awaited;
      for (let seen = first; seen < end; seen += 1) this.time(index, seen, at);
      if (end > first) next[index] = end;
    });
  }

  private time(writer: number, clock: number, at: number): void {
    this.delivered += 1;
    if (clock < (this.from[writer] ?? 0) || clock >= (this.to[writer] ?? 0)) return;
    const sentAt = this.sentAt[writer]?.[clock];
    if (sentAt !== undefined) this.seen.add(at - sentAt);
  }
}
