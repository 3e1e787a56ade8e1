import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { clearBuildStamp, sourcesHash, writeBuildStamp } from './support/build-stamp';

/** `npm run build`: the pages by Next, the server, its workers and the command line by esbuild into dist/server. */
const sources = sourcesHash(process.cwd());
clearBuildStamp(process.cwd());
const pages = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
if (pages.status !== 0) process.exit(pages.status ?? 1);

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'server/main.ts',
    'redline-worker': 'server/workers/redline-worker.ts',
    cli: 'server/cli/main.ts',
  },
  outdir: 'dist/server',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
writeBuildStamp(process.cwd(), sources);
