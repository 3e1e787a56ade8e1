import './support/require-node';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../server/config';
import { secretOfDataDir, servingPid } from '../server/data-dir';
import { newSecret } from '../server/ids';
import { isBuildFresh } from './support/build-stamp';
import {
  DemoError,
  databaseKind,
  makeDemoDatabase,
  notOurs,
  removeDemoDatabase,
} from './support/demo-database';
import { portFault } from './support/free-port';
import { runTypeScript } from './support/run-command';
import { serveDemo } from './support/serve-demo';
import { stepsOf } from './support/steps';

/** `npm run demo [-- --fresh]`: from a checkout with its packages to a running demo, saying each step. */
const { fresh } = options();
try {
  const config = checked();
  const steps = stepsOf(4);
  await steps.step('Looking at this machine', async () => {
    await checkPlace(config);
    steps.note(`Node.js ${process.version}, data in ${config.dataDir}`);
  });
  await steps.step('Building the pages and the server', async () => {
    if (isBuildFresh(process.cwd())) steps.note('nothing changed since the last build');
    else if ((await runTypeScript('scripts/build.ts')) !== 0) {
      throw new DemoError('The build failed; the lines above say where.');
    }
  });
  await steps.step('Preparing the database', async () => {
    if (fresh) removeDemoDatabase(config);
    if (databaseKind(config) === 'demo') steps.note('kept as it is (npm run demo -- --fresh starts over)');
    else await seedOrExplain(config, steps.note);
  });
  const secret = config.secret ?? secretOfDataDir(config.dataDir, newSecret);
  process.exitCode = await serveDemo(secret, steps);
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(`\nThe demo did not start.\n${error.message}`);
  process.exit(1);
}

function options(): { fresh: boolean } {
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    console.error(
      `${(error as Error).message}\nUse: npm run demo, or npm run demo -- --fresh to start over.`,
    );
    process.exit(2);
  }
}

function checked(): Config {
  const result = readConfig(process.env, 'production');
  if (!result.ok) {
    throw new DemoError(
      `The configuration has problems:\n${result.problems.map((line) => `  - ${line}`).join('\n')}`,
    );
  }
  return result.config;
}

/** All that can be known before the long work begins. */
async function checkPlace(config: Config): Promise<void> {
  const pid = servingPid(config.dataDir);
  if (pid !== null) {
    throw new DemoError(
      `Process ${pid} serves ${config.dataDir} already. Use it in the browser, or stop it (Ctrl+C in its terminal) first.`,
    );
  }
  const port = await portFault(config.port, config.host);
  if (port !== null) throw new DemoError(port);
  if (databaseKind(config) === 'real') throw new DemoError(notOurs(config));
}

async function seedOrExplain(config: Config, note: (line: string) => void): Promise<void> {
  try {
    await makeDemoDatabase(config, note);
  } catch (error) {
    const { message, stack } = error as Error;
    console.error(stack);
    throw new DemoError(
      `The demo's database could not be made in ${config.dataDir}: ${message}. Nothing was left behind; check the space and the owner of that directory.`,
    );
  }
}
