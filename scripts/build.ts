import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { clearBuildStamp, sourcesHash, writeBuildStamp } from './support/build-stamp';
import { bundleServer } from './support/server-bundle';

/** `npm run build`: the pages by Next, the server, its workers and the command line by esbuild into dist/server. */
const sources = sourcesHash(process.cwd());
clearBuildStamp(process.cwd());
const pages = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
if (pages.status !== 0) process.exit(pages.status ?? 1);

rmSync('dist', { recursive: true, force: true });
await bundleServer('dist/server', { main: 'server/main.ts', cli: 'server/cli/main.ts' });
writeBuildStamp(process.cwd(), sources);
