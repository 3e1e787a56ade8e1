import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isBuildFresh } from '../../../scripts/support/build-stamp';
import { freePort } from '../../../scripts/support/free-port';
import { bundleServer } from '../../../scripts/support/server-bundle';
import { type Config, readConfig } from '../../../server/config';
import type { Target } from '../driver/jobs';
import { INSTALLATION_FILE, type Installation, makeInstallation } from './installation';
import type { Peer } from './peer';
import { ServerProcess } from './server-process';

const ROOT = path.join(import.meta.dirname, '../../..');
const BUNDLE = path.join(ROOT, 'bench/.cache/server');
const SECRET = 'a secret of the benchmark, forty signs long';
const HOST = '127.0.0.1';

/** Whether pages are served beside the sockets: only from a production build of these very sources. */
export const hasPages = isBuildFresh(ROOT);
let template: string | null = null;

/** Mufakat complete: signed in, gate, every edit committed with synchronous=FULL, checkpoints. */
export const mufakat: Peer = {
  name: 'mufakat',
  dialect: 'y-websocket',
  keeps: 'onDisk',
  settleSeconds: 0,
  isFloor: false,
  servesPages: hasPages,
  note: hasPages
    ? 'the production build, with its pages; every edit committed before it is shown'
    : 'without pages (no production build of these sources: npm run build); every edit committed before it is shown',

  async prepare(needs) {
    if (!hasPages) {
      rmSync(BUNDLE, { recursive: true, force: true });
      await bundleServer(BUNDLE, { main: 'server/main.ts' }, { next: './bench/sync/peers/no-pages.ts' });
    }
    const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-bench-'));
    template = directory;
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    await makeInstallation(configOf(directory), needs);
  },

  async furnish(place) {
    if (template === null) throw new Error('mufakat: not prepared');
    cpSync(template, place, { recursive: true });
  },

  async start(place, options) {
    const port = await freePort(HOST);
    return ServerProcess.start({
      command: [process.execPath, path.join(hasPages ? path.join(ROOT, 'dist/server') : BUNDLE, 'main.js')],
      env: environment(place, port),
      ready: /Mufakat listens on /,
      port,
      ...options,
    });
  },

  target(server, place): Target {
    const file = readFileSync(path.join(place, INSTALLATION_FILE), 'utf8');
    const installation = JSON.parse(file) as Installation;
    return {
      dialect: 'y-websocket',
      url: `ws://${HOST}:${server.port}/sync/{document}`,
      pid: server.pid,
      documents: installation.documents,
      people: installation.tokens.map((token) => `Bearer ${token}`),
      ...(installation.reader === null
        ? {}
        : { pages: { url: `http://${HOST}:${server.port}`, ...installation.reader } }),
    };
  },
};

function environment(dataDir: string, port: number): Record<string, string> {
  return {
    HOST,
    PORT: String(port),
    MUFAKAT_DATA_DIR: dataDir,
    MUFAKAT_SECRET: SECRET,
    MUFAKAT_LOG_LEVEL: 'warn',
  };
}

function configOf(dataDir: string): Config {
  const result = readConfig({ ...process.env, ...environment(dataDir, 0) }, 'production');
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.config;
}
