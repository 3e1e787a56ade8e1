import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { detach } from './detach';
import { wishOf } from './first-words';
import type { Address, Opened } from './messages';

/** How many connections may wait to be accepted: a storm of sockets after a restart needs more than Node's 511. */
const BACKLOG = 4096;
/** Who has said nothing for so long is let go; browsers open connections ahead of need. */
const SILENCE_MS = 20_000;

const NOTHING = Buffer.alloc(0);

export interface DoorParts {
  /** `said` is what the client has sent already. */
  readonly toRooms: (socket: Socket, said: Buffer) => void;
  /** The same; of this socket nothing is read any more. */
  readonly toPages: (socket: Socket, said: Buffer) => void;
}

/**
 * The one port. It stands in the process of the rooms, because handing a socket to another process costs both a turn of
 * their loop, one socket at a time: after a restart a thousand typists come back at once, and pages are asked for one by one.
 */
export function createDoor({ toRooms, toPages }: DoorParts): Server {
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const hangUp = () => socket.destroy();
    let said: Buffer = NOTHING;
    socket.on('error', hangUp);
    socket.setTimeout(SILENCE_MS, hangUp);
    socket.once('end', hangUp);
    socket.on('data', function read(chunk: Buffer) {
      const words = said.length === 0 ? chunk : Buffer.concat([said, chunk]);
      const wish = wishOf(words);
      if (wish === 'unsaid') {
        said = words;
        return;
      }
      socket.off('data', read).off('end', hangUp).off('timeout', hangUp).setTimeout(0);
      if (wish === 'room') toRooms(socket.pause(), words);
      else toPages(detach(socket), words);
    });
  });
}

export function openDoor(door: Server, { host, port }: Address): Promise<Opened> {
  return new Promise((resolve) => {
    door.once('error', ({ code = '', message }: NodeJS.ErrnoException) =>
      resolve({ ok: false, code, message }),
    );
    door.listen({ host, port, backlog: BACKLOG }, () =>
      resolve({ ok: true, port: (door.address() as AddressInfo).port }),
    );
  });
}
