import type { Socket } from 'node:net';

/** Makes a socket ready to be handed to another process: this one reads nothing of it any more, and does not count it. */
export function detach(socket: Socket): Socket {
  // Node would keep a list of who came through which server, and ask the other process before it lets the server close.
  Reflect.set(socket, 'server', null);
  // What the client says from here on is for the other to read. Node itself goes on reading until the other has
  // answered that it holds the socket, and throws away what comes.
  (socket as unknown as { _handle: { readStop(): void } | null })._handle?.readStop();
  return socket;
}
