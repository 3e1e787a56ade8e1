import { Frames } from './frames';
import type { Target } from './jobs';
import { DriverSocket } from './socket';

/** A text or an edit that came, and when, in `performance.now()`. The bytes are valid during the call only. */
export type HearUpdate = (update: Uint8Array, at: number, isAnswer: boolean) => void;

/** Somebody connected to one document of the server under test. */
export class Client {
  onUpdate: HearUpdate = () => {};
  readonly frames: Frames;
  private readonly socket: DriverSocket;
  private hasAnswered = false;
  private isInformed: boolean;
  private informed: () => void = () => {};

  private constructor(target: Target, document: string, socket: DriverSocket) {
    this.frames = new Frames(target.dialect, document);
    this.socket = socket;
    this.isInformed = target.dialect === 'relay';
    socket.onMessage = (message, at) => this.hear(message, at);
    socket.onClose = () => this.informed();
  }

  /** Connects and asks for the text; `onUpdate` hears everything from the first message on. */
  static async connect(
    target: Target,
    documentIndex: number,
    personIndex: number,
    onUpdate: HearUpdate = () => {},
  ): Promise<Client> {
    const document = target.documents[documentIndex];
    if (document === undefined) throw new Error(`Client: the target has no document ${documentIndex}`);
    const person = target.people[personIndex % Math.max(1, target.people.length)];
    const url = new URL(target.url.replace('{document}', document));
    const socket = await DriverSocket.open(url, person === undefined ? {} : { Authorization: person });
    const client = new Client(target, document, socket);
    client.onUpdate = onUpdate;
    socket.send(client.frames.hello());
    return client;
  }

  /** Resolves when the server has answered with the text, or hung up. */
  async synced(): Promise<void> {
    if (this.isInformed || this.isClosed) return;
    await new Promise<void>((resolve) => {
      this.informed = resolve;
    });
  }

  get isClosed(): boolean {
    return this.socket.closeCode !== null;
  }

  get closeCode(): number | null {
    return this.socket.closeCode;
  }

  /** False when the kernel has no room: wait for `drained`. */
  send(...messages: readonly Uint8Array[]): boolean {
    return this.socket.send(messages);
  }

  drained(): Promise<void> {
    return this.socket.drained();
  }

  close(): void {
    this.socket.close();
  }

  private hear(message: Uint8Array, at: number): void {
    const heard = this.frames.read(message);
    if (heard.kind === 'other') return;
    if (heard.kind === 'question') {
      // Through a relay the others' questions come too.
      if (!this.hasAnswered) this.socket.send([this.frames.nothing()]);
      this.hasAnswered = true;
      return;
    }
    this.onUpdate(heard.bytes, at, heard.isAnswer);
    if (!heard.isAnswer || this.isInformed) return;
    this.isInformed = true;
    this.informed();
  }
}

/** Runs work for 0…count−1, `atOnce` of them side by side. */
export async function inParallel<T>(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = new Array(count);
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
  return results;
}

/** Waits until something holds; whether it did within the time. */
export async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) return false;
    await sleep(2);
  }
  return true;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
