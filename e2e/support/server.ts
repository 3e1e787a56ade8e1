import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from '@playwright/test';
import { killTree } from '../../scripts/support/process-tree';
import { SEEDED, SERVERS } from './paths';
import { testPort } from './port';

export interface AppOptions {
  /** `seeded`: a fresh copy of the demo (the default); `empty`: a directory with nothing in it. */
  readonly data?: 'seeded' | 'empty';
  readonly env?: Readonly<Record<string, string>>;
}

/** Signs the sessions of the browser tests. */
export const SECRET = 'a secret of the browser tests, forty signs long';

const READY = 'Mufakat listens on ';
const PATIENCE_MS = 60_000;

/** The production server under test. It can be stopped, killed and started again on the same data and port. */
export class App {
  readonly port: number;
  readonly url: string;
  readonly dataDir: string;
  private readonly env: Readonly<Record<string, string>>;
  private process: ChildProcess | null = null;
  private printed = '';

  constructor(port: number, options: AppOptions = {}) {
    this.port = port;
    this.url = `http://localhost:${port}`;
    this.env = options.env ?? {};
    mkdirSync(SERVERS, { recursive: true });
    this.dataDir = mkdtempSync(path.join(SERVERS, 'data-'));
    if (options.data !== 'empty') cpSync(SEEDED, this.dataDir, { recursive: true });
  }

  /** Everything the server has printed so far, of all its starts. */
  get output(): string {
    return this.printed;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** What the server of the last start left when it ended by itself or by a signal of the test's. */
  get exitCode(): number | null {
    return this.process?.exitCode ?? null;
  }

  /** Resolves when pages are served. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.environment(),
    });
    this.process = child;
    const from = this.printed.length;
    const hear = (chunk: Buffer) => {
      this.printed += chunk.toString('utf8');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    await until(() => {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`The server did not start:\n${this.printed.slice(from)}`);
      }
      return this.printed.slice(from).includes(READY);
    });
  }

  /** As an operator stops it: everything in hand is committed first. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** As a power cut stops it. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops the server and throws its data away. */
  async discard(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (signal === 'SIGKILL' && child.pid !== undefined) killTree(child.pid);
    else child.kill(signal);
    await ended;
  }

  private environment(): NodeJS.ProcessEnv {
    const foreign = /^(MUFAKAT_|OIDC_|NEXTAUTH_|PORT$|HOST$|NODE_ENV$)/;
    const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
    return {
      ...Object.fromEntries(kept),
      NODE_ENV: 'production',
      PORT: String(this.port),
      HOST: 'localhost',
      MUFAKAT_DATA_DIR: this.dataDir,
      ...(this.env.MUFAKAT_SECRET_FILE === undefined ? { MUFAKAT_SECRET: SECRET } : {}),
      MUFAKAT_ALLOW_DEMO: '1',
      MUFAKAT_LOG_LEVEL: 'warn',
      ...this.env,
    };
  }
}

/** One server for the spec file that calls this at its top: started before its first test, discarded after its last. */
export function appForThisFile(options: AppOptions = {}): { readonly current: App } {
  let app: App | null = null;
  test.beforeAll(async () => {
    app = new App(testPort(), options);
    await app.start();
  });
  test.afterAll(async () => {
    await app?.discard();
  });
  return {
    get current() {
      if (app === null) throw new Error('appForThisFile: the server exists only while tests run');
      return app;
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`nothing after ${PATIENCE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
