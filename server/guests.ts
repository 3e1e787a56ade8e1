import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Readies an HTTP server that listens nowhere: others take its connections in and `receive` them for it. */
export function expectGuests(http: Server): void {
  // From here on Node hangs up on whoever sends no request, or never ends one; else it waits for a server to listen.
  http.emit('listening');
}

/** Gives an HTTP server a connection; `said` is what the client has sent already and nobody has answered. */
export function receive(http: Server, socket: Socket, said: Uint8Array): void {
  socket.allowHalfOpen = true;
  socket.unshift(said);
  http.emit('connection', socket);
  // Whoever took it in may have stopped reading until it was known where it leads.
  socket.resume();
}

/** The connections of an HTTP server that listens nowhere, until the last one has gone. */
export class Guests {
  /** How many requests of each are in hand: come in, and the last byte of the answer not yet with the system. */
  private readonly inHand = new Map<Socket, number>();
  private isLeaving = false;

  constructor(private readonly http: Server) {
    expectGuests(http);
    http.prependListener('request', (request: IncomingMessage, response: ServerResponse) =>
      this.serve(request.socket, response),
    );
  }

  welcome(socket: Socket, said: Uint8Array): void {
    this.inHand.set(socket, 0);
    socket.once('close', () => this.inHand.delete(socket));
    receive(this.http, socket, said);
  }

  /** Lets requests in hand be answered for so long, then hangs up. */
  async leave(patienceMs: number): Promise<void> {
    this.isLeaving = true;
    const inside = [...this.inHand.keys()];
    const areGone = Promise.all(inside.map((socket) => gone(socket)));
    for (const socket of inside) this.letGo(socket);
    const patience = setTimeout(() => {
      for (const socket of inside) socket.destroy();
    }, patienceMs);
    await areGone;
    clearTimeout(patience);
  }

  private serve(socket: Socket, response: ServerResponse): void {
    this.count(socket, 1);
    response.once('close', () => {
      this.count(socket, -1);
      if (this.isLeaving) this.letGo(socket);
    });
  }

  private count(socket: Socket, step: 1 | -1): void {
    const known = this.inHand.get(socket);
    if (known !== undefined) this.inHand.set(socket, known + step);
  }

  private letGo(socket: Socket): void {
    if (this.inHand.get(socket) === 0) socket.destroySoon();
  }
}

function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
}
