import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBuildFresh, seedHash } from '../../scripts/support/build-stamp';
import { SEEDED, SERVERS, WORK } from './paths';

/** Seeds once, so that every spec file starts on a fresh copy within a second; again only when the seed changed. */
export default function globalSetup(): void {
  if (!isBuildFresh(process.cwd())) {
    throw new Error(
      'The production build is missing or older than the sources. Run the tests with: npm run e2e',
    );
  }
  rmSync(SERVERS, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  const stamp = path.join(WORK, 'seeded-from');
  const wanted = seedHash(process.cwd());
  if (readOrNull(stamp) === wanted) return;
  rmSync(SEEDED, { recursive: true, force: true });
  rmSync(stamp, { force: true });
  const seeding = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/seed.ts'], {
    stdio: 'inherit',
    env: { ...process.env, MUFAKAT_DATA_DIR: SEEDED },
  });
  if (seeding.status !== 0) throw new Error('The demo could not be seeded; the lines above say why.');
  writeFileSync(stamp, wanted);
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
