import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { RoomSocket } from './connection';

/** A peer that does not answer our goodbye is cut off after this time. */
const GOODBYE_MS = 2000;

/** A WebSocket as a room sees it. `raw` is the stream below it: frames of one turn go down it in one write. */
export function overWebSocket(ws: WebSocket, raw: Duplex): RoomSocket {
  return {
    send(frames) {
      if (ws.readyState !== ws.OPEN) return;
      raw.cork();
      for (const frame of frames) ws.send(frame, { binary: true, compress: false, fin: true });
      raw.uncork();
    },
    close(code, reason) {
      ws.close(code, reason);
      setTimeout(() => ws.terminate(), GOODBYE_MS).unref();
    },
    backlog: () => ws.bufferedAmount,
  };
}
