import { type ChildProcess, spawn } from 'node:child_process';
import { killTree } from '../../../scripts/support/process-tree';
import { hurried, pinned, SERVER_CPU } from '../pinning';

const START_MS = 60_000;
const STOP_MS = 20_000;

export interface ServerCommand {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it prints when it listens; the first group, if there is one, is the port. */
  readonly ready: RegExp;
  /** Where `ready` does not tell the port. */
  readonly port?: number;
  readonly isPinned: boolean;
}

/** Servers that run now; none outlives us. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) kill(child);
});

function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) killTree(pid);
}

/** A server in a process of its own, and in those it starts. */
export class ServerProcess {
  readonly pid: number;
  readonly port: number;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.pid = child.pid ?? 0;
    this.port = port;
  }

  /** Resolves when it listens; rejects with what it printed where it does not. */
  static start({ command, env, ready, port, isPinned }: ServerCommand): Promise<ServerProcess> {
    const [file = '', ...args] = isPinned ? pinned(SERVER_CPU, command) : hurried(command);
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new Promise((resolve, reject) => {
      let printed = '';
      let isUp = false;
      const fail = (why: string) => {
        clearTimeout(timer);
        kill(child);
        reject(new Error(`${command.join(' ')}: ${why}\n${printed}`));
      };
      const timer = setTimeout(() => fail(`not up after ${START_MS / 1000} s`), START_MS);
      const hear = (chunk: Buffer) => {
        if (isUp) return;
        printed += chunk.toString('utf8');
        const said = ready.exec(printed);
        if (said === null) return;
        isUp = true;
        clearTimeout(timer);
        resolve(new ServerProcess(child, port ?? Number(said[1])));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('error', (error) => fail(error.message));
      child.once('exit', (code) => {
        if (!isUp) fail(`ended with ${code}`);
      });
    });
  }

  /** As an operator stops it; killed where it takes longer than 20 seconds. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => kill(this.child), STOP_MS);
    await this.end('SIGTERM');
    clearTimeout(timer);
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (signal === 'SIGKILL') kill(this.child);
    else this.child.kill(signal);
    await ended;
  }
}
