import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { RoomSocket } from './connection';
import type { Packet } from './packet';

/** A peer that does not answer our goodbye is cut off after this time. */
const GOODBYE_MS = 2000;

/** Up to this size packets for one socket are copied into one; above it copying costs more than it saves. */
const LARGEST_COPY = 16 * 1024;

/** RFC 6455 §5.2: one whole binary message. */
const WHOLE_BINARY = 0x82;
const SHORT = 126;
const LONG = 127;

/**
 * A WebSocket as a room sees it. `raw` is the stream below it. A server's frames are not masked and ours never
 * compressed, so a packet has the same bytes for everybody: they are made once and written past `ws`, which would
 * make them anew for each receiver.
 */
export function overWebSocket(ws: WebSocket, raw: Duplex): RoomSocket {
  return {
    send(packets) {
      if (ws.readyState !== ws.OPEN) return;
      const [first] = packets;
      // What a reader is told is mostly one packet, the same for all.
      if (first !== undefined && packets.length === 1) {
        raw.write(encoded(first));
        return;
      }
      const buffers = packets.map(encoded);
      const size = buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
      if (size > LARGEST_COPY) {
        raw.cork();
        for (const buffer of buffers) raw.write(buffer);
        raw.uncork();
      } else raw.write(Buffer.concat(buffers, size));
    },
    close(code, reason) {
      ws.close(code, reason);
      setTimeout(() => ws.terminate(), GOODBYE_MS).unref();
    },
    backlog: () => ws.bufferedAmount,
  };
}

function encoded(packet: Packet): Buffer {
  packet.encoded ??= Buffer.concat(packet.frames.flatMap((frame) => [head(frame.byteLength), frame]));
  return packet.encoded;
}

function head(length: number): Buffer {
  if (length < SHORT) return Buffer.from([WHOLE_BINARY, length]);
  if (length < 2 ** 16) {
    const short = Buffer.from([WHOLE_BINARY, SHORT, 0, 0]);
    short.writeUInt16BE(length, 2);
    return short;
  }
  const long = Buffer.from([WHOLE_BINARY, LONG, 0, 0, 0, 0, 0, 0, 0, 0]);
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
