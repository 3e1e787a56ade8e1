import type { Socket } from 'node:net';

export interface VisitorsParts {
  /** Sends one to the other process; `next` is to be called when it is there. */
  readonly handOn: (socket: Socket, said: Buffer) => void;
  /** So many may wait, and so many bytes of what they have said. */
  readonly most?: number;
  readonly mostBytes?: number;
  /** Who has waited longer has gone by then; and so long one waits to hear that somebody was taken. */
  readonly patienceMs?: number;
}

/**
 * Who asked for a page and waits to be handed to the process of the pages. Only one is on the way at a time: whatever else
 * is said to that process stands behind those who are, and each of them waits for a turn of its loop.
 */
export class Visitors {
  private readonly waiting: { readonly socket: Socket; readonly said: Buffer; readonly since: number }[] = [];
  private bytes = 0;
  private onTheWay: NodeJS.Timeout | null = null;
  private readonly most: number;
  private readonly mostBytes: number;
  private readonly patienceMs: number;

  constructor(private readonly parts: VisitorsParts) {
    this.most = parts.most ?? 4096;
    this.mostBytes = parts.mostBytes ?? 16 * 1024 * 1024;
    this.patienceMs = parts.patienceMs ?? 20_000;
  }

  come(socket: Socket, said: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.waiting.length >= this.most || this.bytes + said.length > this.mostBytes) {
      socket.destroy();
      return;
    }
    this.waiting.push({ socket, said, since: performance.now() });
    this.bytes += said.length;
    if (this.onTheWay === null) this.next();
  }

  /** The one on the way has been taken, or is lost: the next one. */
  next(): void {
    if (this.onTheWay !== null) clearTimeout(this.onTheWay);
    this.onTheWay = null;
    for (;;) {
      const first = this.waiting.shift();
      if (first === undefined) return;
      this.bytes -= first.said.length;
      if (performance.now() - first.since > this.patienceMs) {
        first.socket.destroy();
        continue;
      }
      // Of one whom the other process could not take nothing is heard.
      this.onTheWay = setTimeout(() => this.next(), this.patienceMs);
      this.onTheWay.unref();
      this.parts.handOn(first.socket, first.said);
      return;
    }
  }
}
