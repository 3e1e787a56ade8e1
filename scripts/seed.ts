import { readConfig } from '../server/config';
import {
  DemoError,
  databaseKind,
  makeDemoDatabase,
  notOurs,
  removeDemoDatabase,
} from './support/demo-database';

/** `tsx scripts/seed.ts [--fresh]`: makes the demo's database in MUFAKAT_DATA_DIR and ends; for development and tests. */
const result = readConfig(process.env, 'production');
if (!result.ok) {
  console.error(result.problems.join('\n'));
  process.exit(2);
}
try {
  if (process.argv.includes('--fresh')) removeDemoDatabase(result.config);
  const kind = databaseKind(result.config);
  if (kind === 'real') throw new DemoError(notOurs(result.config));
  if (kind === 'none') await makeDemoDatabase(result.config, (line) => console.log(line));
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exit(1);
}
