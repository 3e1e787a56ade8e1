import { constants } from 'node:os';
import { StartupError } from './data-dir';
import { startServer } from './start-server';

/** Stopping takes no longer than this; whatever has been acknowledged is on disk long before. */
const LONGEST_STOP_MS = 8000;
/** One Ctrl+C reaches the server twice: from the terminal, and passed on by the npm script that started it. */
const ECHO_MS = 300;

/** `node dist/server/main.js` (npm start) or `tsx server/main.ts --dev` (npm run dev). */
const development = process.argv.includes('--dev');
Object.assign(process.env, {
  NODE_ENV: development ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
});

try {
  const starting = startServer(development ? 'development' : 'production', process.env);
  let askedAt: number | null = null;
  const stop = (signal: NodeJS.Signals) => {
    if (askedAt !== null) {
      // Whoever asks again does not want to wait.
      if (performance.now() - askedAt > ECHO_MS) process.exit(128 + constants.signals[signal]);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  // People may be in already while it comes to rest.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const running = await starting;
  await running.failed;
  process.stderr.write(
    'The process of the rooms has ended, so Mufakat stops. What was acknowledged is on disk.\n',
  );
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  await running.stop();
  process.exit(1);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`Mufakat did not start.\n${error.message}\n`);
  process.exit(1);
}
