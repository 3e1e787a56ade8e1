import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const FINAL = 0x80;
const MASKED = 0x80;
const EMPTY = Buffer.alloc(0);
/** A handshake that takes longer has failed. */
const PATIENCE_MS = 20_000;

/** What a message is given to: its bytes (valid during the call only) and when they came, in `performance.now()`. */
export type Hear = (message: Buffer, at: number) => void;

/**
 * The client's half of a WebSocket, without what no server here sends (fragments, extensions). `ws` spends
 * 3 to 5 µs on a message; at 200,000 messages a second the driver would be the bottleneck.
 */
export class DriverSocket {
  onMessage: Hear = () => {};
  /** The close code, or 1006 where the connection just ended. */
  onClose: (code: number) => void = () => {};
  closeCode: number | null = null;
  private readonly socket: Socket;
  private readonly mask = randomBytes(4);
  private waiting: Buffer = EMPTY;

  private constructor(socket: Socket, head: Buffer) {
    this.socket = socket;
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('close', () => this.closed(1006));
    if (head.byteLength > 0) setImmediate(() => this.receive(head));
  }

  /** Resolves when the server has agreed to speak WebSocket; rejects with its HTTP status otherwise. */
  static open(url: URL, headers: Readonly<Record<string, string>>): Promise<DriverSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
      const fail = (why: string) => {
        socket.destroy();
        reject(new Error(`${url.href}: ${why}`));
      };
      socket.setTimeout(PATIENCE_MS, () => fail('no answer'));
      socket.on('error', (error) => fail(error.message));
      socket.on('connect', () => socket.write(handshake(url, headers)));
      let answer = EMPTY;
      const read = (chunk: Buffer) => {
        answer = Buffer.concat([answer, chunk]);
        const end = answer.indexOf('\r\n\r\n');
        if (end < 0) return;
        const status = answer.subarray(0, answer.indexOf('\r\n')).toString();
        if (!status.startsWith('HTTP/1.1 101')) return fail(status);
        socket.off('data', read);
        socket.setTimeout(0);
        resolve(new DriverSocket(socket, answer.subarray(end + 4)));
      };
      socket.on('data', read);
    });
  }

  /** Sends messages in this order, in one write. False when the kernel has no room: wait for `drained`. */
  send(messages: readonly Uint8Array[]): boolean {
    const frames = messages.map((message) => this.frame(BINARY, message));
    return this.socket.write(
      frames.length === 1 && frames[0] !== undefined ? frames[0] : Buffer.concat(frames),
    );
  }

  drained(): Promise<void> {
    return new Promise((resolve) => this.socket.once('drain', resolve));
  }

  close(): void {
    this.onClose = () => {};
    this.onMessage = () => {};
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    const at = performance.now();
    let bytes = this.waiting.byteLength === 0 ? chunk : Buffer.concat([this.waiting, chunk]);
    for (;;) {
      const frame = readFrame(bytes);
      if (frame === null) break;
      bytes = bytes.subarray(frame.end);
      this.handle(frame, at);
    }
    this.waiting = bytes;
  }

  private handle({ opcode, payload }: Frame, at: number): void {
    if (opcode === BINARY || opcode === TEXT) this.onMessage(payload, at);
    else if (opcode === PING) this.socket.write(this.frame(PONG, payload));
    else if (opcode === CLOSE) this.closed(payload.byteLength >= 2 ? payload.readUInt16BE(0) : 1005);
    else if (opcode !== PONG) throw new Error(`DriverSocket: a frame of kind ${opcode}`);
  }

  private closed(code: number): void {
    if (this.closeCode !== null) return;
    this.closeCode = code;
    this.socket.destroy();
    this.onClose(code);
  }

  private frame(opcode: number, payload: Uint8Array): Buffer {
    const size = payload.byteLength;
    const extra = size < 126 ? 0 : size < 65_536 ? 2 : 8;
    const frame = Buffer.allocUnsafe(6 + extra + size);
    frame[0] = FINAL | opcode;
    frame[1] = MASKED | (extra === 0 ? size : extra === 2 ? 126 : 127);
    if (extra === 2) frame.writeUInt16BE(size, 2);
    if (extra === 8) frame.writeBigUInt64BE(BigInt(size), 2);
    this.mask.copy(frame, 2 + extra);
    const start = 6 + extra;
    for (let index = 0; index < size; index += 1) {
      frame[start + index] = (payload[index] ?? 0) ^ (this.mask[index & 3] ?? 0);
    }
    return frame;
  }
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  /** Where the next frame begins. */
  readonly end: number;
}

/** The first frame in `bytes`, or null while it is not whole. */
function readFrame(bytes: Buffer): Frame | null {
  if (bytes.byteLength < 2) return null;
  const first = bytes[0] ?? 0;
  const short = (bytes[1] ?? 0) & 0x7f;
  let start = 2;
  let size = short;
  if (short === 126) {
    if (bytes.byteLength < 4) return null;
    size = bytes.readUInt16BE(2);
    start = 4;
  } else if (short === 127) {
    if (bytes.byteLength < 10) return null;
    size = Number(bytes.readBigUInt64BE(2));
    start = 10;
  }
  const end = start + size;
  if (bytes.byteLength < end) return null;
  if ((first & FINAL) === 0) throw new Error('DriverSocket: a fragment');
  return { opcode: first & 0x0f, payload: bytes.subarray(start, end), end };
}

function handshake(url: URL, headers: Readonly<Record<string, string>>): string {
  const lines = {
    Host: url.host,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Version': '13',
    ...headers,
  };
  const fields = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${url.pathname}${url.search} HTTP/1.1\r\n${fields.join('')}\r\n`;
}
