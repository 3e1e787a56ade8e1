import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../../../scripts/support/run-command';

const PEERS_DIRECTORY = import.meta.dirname;
const STAMP = path.join(PEERS_DIRECTORY, 'node_modules/.mufakat-installed');

/** Installs the peers by their lock file on first use; throws where that fails. */
export async function installPeers(): Promise<void> {
  const lock = createHash('sha256').update(readFileSync(path.join(PEERS_DIRECTORY, 'package-lock.json')));
  const wanted = lock.digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Installing the peers (once) …');
  const install = await runNpm(PEERS_DIRECTORY, ['ci', '--no-audit', '--no-fund']);
  if (install !== 0) throw new Error(`npm ci in bench/redline/peers ended with ${install}`);
  writeFileSync(STAMP, wanted);
}
