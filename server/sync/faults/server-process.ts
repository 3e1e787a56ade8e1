import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

const SCRIPT = path.join(import.meta.dirname, '../tests/serve.ts');

/**
 * The sync server in a process of its own, on one port that stays the same however often it is killed, so that
 * clients find it again by themselves.
 */
export class ServerProcess {
  readonly url: string;
  private readonly file: string;
  private readonly port: number;
  private child: ChildProcess | null = null;

  constructor(file: string, port: number) {
    this.file = file;
    this.port = port;
    this.url = `ws://127.0.0.1:${port}/sync`;
  }

  /** Resolves when the server listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, this.file, String(this.port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the server ended with ${code} before it listened`);
    });
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => undefined);
  }

  /** SIGKILL: nothing of the process runs any more. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    this.child = null;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('freePort: no port');
  return address.port;
}
