import type { WebSocket } from 'ws';

/** Twice in this time a silent connection is kept alive, once it is asked whether anybody is there. */
export const PING_MS = 25_000;

/**
 * Finds out which sockets are dead (SY12): who has not answered the last ping is cut off. Between pings the
 * caller may say something on connections that have been silent, since a y-websocket client hangs up after 30 s
 * without a message, and a ping is none to it.
 */
export class Heartbeat {
  private readonly sockets = new Map<WebSocket, { isAlive: boolean }>();
  private readonly timer: NodeJS.Timeout;
  private beats = 0;

  constructor(onBeat: () => void, pingMs: number = PING_MS) {
    this.timer = setInterval(() => {
      onBeat();
      this.beats += 1;
      if (this.beats % 2 === 0) this.ping();
    }, pingMs / 2);
    this.timer.unref();
  }

  watch(ws: WebSocket): void {
    const pulse = { isAlive: true };
    this.sockets.set(ws, pulse);
    ws.on('pong', () => {
      pulse.isAlive = true;
    });
    ws.on('close', () => this.sockets.delete(ws));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private ping(): void {
    for (const [ws, pulse] of this.sockets) {
      if (!pulse.isAlive) {
        ws.terminate();
        continue;
      }
      pulse.isAlive = false;
      ws.ping();
    }
  }
}
