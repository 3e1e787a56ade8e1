import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { detach } from './detach';
import { wishOf } from './first-words';
import type { Address, Opened } from './messages';

/** How many connections may wait to be accepted: a storm of sockets after a restart needs more than Node's 511. */
const BACKLOG = 4096;
const SILENCE_MS = 20_000;
/** Of `silenceMs`: how often it is looked for who has been silent. */
const LOOK_SHARE = 0.25;
const NOTHING = Buffer.alloc(0);

export interface DoorParts {
  /** `said` is what the client has sent already. */
  readonly toRooms: (socket: Socket, said: Buffer) => void;
  /** The same; of this socket nothing is read any more. */
  readonly toPages: (socket: Socket, said: Buffer) => void;
  /** Who has not said within so long what they want is let go; browsers open connections ahead of need. */
  readonly silenceMs?: number;
}

/**
 * The one port. It stands in the process of the rooms, because handing a socket to another process costs both a turn of
 * their loop, one socket at a time: after a restart a thousand typists come back at once, and pages are asked for one by one.
 */
export class Door {
  private readonly server: Server;
  /** Who has not yet said what they want. Kept here, so that a socket in a room carries nothing of it. */
  private readonly undecided = new Map<Socket, { readonly since: number; said: Buffer }>();
  private readonly look: NodeJS.Timeout;
  private readonly silenceMs: number;

  constructor(private readonly parts: DoorParts) {
    this.silenceMs = parts.silenceMs ?? SILENCE_MS;
    const read = this.read.bind(this);
    const forget = this.undecided.delete.bind(this.undecided);
    function hear(this: Socket, chunk: Buffer): void {
      if (!read(this, chunk)) return;
      this.off('data', hear).off('end', hangUp).off('error', hangUp).off('close', leave);
    }
    function leave(this: Socket): void {
      forget(this);
    }
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      this.undecided.set(socket, { since: performance.now(), said: NOTHING });
      socket.on('error', hangUp).on('end', hangUp).on('close', leave).on('data', hear);
    });
    this.look = setInterval(() => this.letSilentGo(), this.silenceMs * LOOK_SHARE);
    this.look.unref();
  }

  open({ host, port }: Address): Promise<Opened> {
    return new Promise((resolve) => {
      this.server.once('error', ({ code = '', message }: NodeJS.ErrnoException) =>
        resolve({ ok: false, code, message }),
      );
      this.server.listen({ host, port, backlog: BACKLOG }, () =>
        resolve({ ok: true, port: (this.server.address() as AddressInfo).port }),
      );
    });
  }

  /** Takes nobody in any more and gives the port back at once. */
  shut(): void {
    clearInterval(this.look);
    this.server.close();
    for (const socket of this.undecided.keys()) socket.destroy();
  }

  /** True as soon as it is known where this connection leads. */
  private read(socket: Socket, chunk: Buffer): boolean {
    const waiting = this.undecided.get(socket);
    if (waiting === undefined) return true;
    const said = waiting.said.length === 0 ? chunk : Buffer.concat([waiting.said, chunk]);
    const wish = wishOf(said);
    if (wish === 'unsaid') {
      waiting.said = said;
      return false;
    }
    this.undecided.delete(socket);
    if (wish === 'room') this.parts.toRooms(socket.pause(), said);
    else this.parts.toPages(detach(socket), said);
    return true;
  }

  private letSilentGo(): void {
    const latest = performance.now() - this.silenceMs;
    for (const [socket, { since }] of this.undecided) if (since < latest) socket.destroy();
  }
}

function hangUp(this: Socket): void {
  this.destroy();
}
