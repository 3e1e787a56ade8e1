import { StartupError } from './data-dir';
import { startServer } from './start-server';

/** `node dist/server/main.js` (npm start) or `tsx server/main.ts --dev` (npm run dev). */
const development = process.argv.includes('--dev');
Object.assign(process.env, {
  NODE_ENV: development ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
});

try {
  const running = await startServer(development ? 'development' : 'production', process.env);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`Mufakat did not start.\n${error.message}\n`);
  process.exit(1);
}
