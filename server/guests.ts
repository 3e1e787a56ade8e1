import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often those who have their answer are looked for when everybody is to go. */
const LOOK_MS = 50;

/** The connections of an HTTP server that listens nowhere: somebody else took them in. */
export class Guests {
  private readonly inside = new Set<Socket>();

  constructor(private readonly http: Server) {
    // From here on Node hangs up on whoever sends no request, or never ends one; else it waits for a server to listen.
    http.emit('listening');
  }

  /** `said` is what the client has sent already and nobody has answered. */
  welcome(socket: Socket, said: Uint8Array): void {
    socket.allowHalfOpen = true;
    this.inside.add(socket);
    socket.once('close', () => this.inside.delete(socket));
    socket.unshift(said);
    this.http.emit('connection', socket);
    // Whoever took it in may have stopped reading until it was known where it leads.
    socket.resume();
  }

  /** Lets requests in hand finish for so long, then hangs up. */
  async leave(patienceMs: number): Promise<void> {
    this.http.close();
    const isEmpty = Promise.all([...this.inside].map((socket) => gone(socket)));
    const look = setInterval(() => this.http.closeIdleConnections(), LOOK_MS);
    const patience = setTimeout(() => {
      for (const socket of this.inside) socket.destroy();
    }, patienceMs);
    await isEmpty;
    clearInterval(look);
    clearTimeout(patience);
  }
}

function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
}
