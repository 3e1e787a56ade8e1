import './support/require-node';
import { isBuildFresh } from './support/build-stamp';
import { chromiumOrInstall } from './support/find-chromium';
import { freePort } from './support/free-port';
import { runTool, runTypeScript } from './support/run-command';

/** `npm run e2e [-- SPEC …]`: the browser tests on the production build, with a Chromium found or installed. */
if (!isBuildFresh(process.cwd())) {
  console.log('Building first: the sources have changed');
  const built = await runTypeScript('scripts/build.ts');
  if (built !== 0) process.exit(built);
}
let chromium: string;
try {
  chromium = await chromiumOrInstall(console.log);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
process.exitCode = await runTool('@playwright/test/cli.js', ['test', ...process.argv.slice(2)], {
  env: {
    MUFAKAT_E2E_CHROMIUM: chromium,
    MUFAKAT_E2E_PORT: process.env.MUFAKAT_E2E_PORT ?? String(await freePort()),
  },
});
