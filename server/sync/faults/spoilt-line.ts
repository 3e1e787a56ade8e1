import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { later } from '../tests/clients';

/** How a line behaves. `slow`: one byte per millisecond; a number: everything that many milliseconds later. */
export type Weather = 'fair' | 'frozen' | 'slow' | number;

/**
 * A TCP proxy: a line to a server that can be spoilt: cut, reset in the middle of a frame, frozen without a word (half open),
 * slowed down. Both directions share the weather.
 */
export class SpoiltLine {
  weather: Weather = 'fair';
  private readonly lines = new Set<readonly [Socket, Socket]>();
  private readonly server: Server;
  private readonly target: { readonly host: string; readonly port: number };

  private constructor(address: string) {
    const [host = '', port = ''] = address.split(':');
    this.target = { host, port: Number(port) };
    this.server = createServer((near) => this.carry(near));
  }

  /** In front of `host:port`. */
  static async before(address: string): Promise<SpoiltLine> {
    const proxy = new SpoiltLine(address);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/sync`;
  }

  get open(): number {
    return this.lines.size;
  }

  /** Ends every line properly: FIN both ways. */
  cut(): void {
    for (const ends of this.lines) for (const end of ends) end.end();
  }

  /** Breaks every line off: RST both ways, with whatever was on its way. */
  reset(): void {
    for (const ends of this.lines) for (const end of ends) end.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.reset();
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(near: Socket): void {
    const far = connect(this.target);
    const line = [near, far] as const;
    this.lines.add(line);
    for (const [from, to] of [line, [far, near] as const]) {
      void this.pump(from, to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.end();
        this.lines.delete(line);
      });
    }
  }

  private async pump(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const piece of from as AsyncIterable<Buffer>) await this.pass(piece, to);
      to.end();
    } catch {
      to.destroy();
    }
  }

  private async pass(piece: Buffer, to: Socket): Promise<void> {
    while (this.weather === 'frozen') {
      if (to.destroyed) return;
      await later(5);
    }
    if (typeof this.weather === 'number') await later(this.weather);
    if (this.weather !== 'slow') {
      to.write(piece);
      return;
    }
    for (const byte of piece) {
      to.write(Uint8Array.of(byte));
      if (this.weather === 'slow') await later(1);
    }
  }
}
