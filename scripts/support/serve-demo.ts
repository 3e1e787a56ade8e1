import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { DEMO_PASSWORD, PEOPLE } from '../../seeds';
import type { Steps } from './steps';

const READY = 'Mufakat listens on ';

/**
 * Starts the built server on the demo's data, says where it is when it is ready, and stays with it. Ctrl+C (or a
 * SIGTERM) reaches the server, which commits what is in hand and ends. Resolves with the exit code.
 */
export async function serveDemo(secret: string, steps: Steps): Promise<number> {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      MUFAKAT_SECRET: secret,
      // The demo's data has a secret of its own.
      MUFAKAT_SECRET_FILE: undefined,
      MUFAKAT_ALLOW_DEMO: '1',
      MUFAKAT_LOG_LEVEL: process.env.MUFAKAT_LOG_LEVEL ?? 'warn',
    },
  });
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopped = true;
      server.kill(signal);
    });
  }
  const ended = new Promise<number>((resolve) => {
    server.on('error', () => resolve(1));
    server.on('exit', (code, signal) => resolve(stopped || signal === 'SIGINT' ? 0 : (code ?? 1)));
  });
  const lines = createInterface({ input: server.stdout });
  const ready = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      if (line.startsWith(READY)) resolve(line.slice(READY.length).trim());
      else process.stdout.write(`${line}\n`);
    });
  });
  const first = await steps.step('Starting the server', () => Promise.race([ready, ended]));
  if (typeof first === 'string') announce(first);
  return ended;
}

function announce(url: string): void {
  process.stdout.write(
    `\nThe 20th ACCSM is open. Stop with Ctrl+C.\nPassword of everybody: ${DEMO_PASSWORD} (or click a card on the sign-in page)\nOpen ${url} and sign in, e.g. as ${PEOPLE.vnDelegate.name}, delegate of Viet Nam: ${PEOPLE.vnDelegate.email}\n`,
  );
}
