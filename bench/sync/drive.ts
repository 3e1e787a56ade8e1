import { spawn } from 'node:child_process';
import path from 'node:path';
import type { AnyJob, Results } from './driver/jobs';
import { DRIVER_CPU, pinned } from './pinning';

const MAIN = path.join(import.meta.dirname, 'driver/main.ts');
/** Longer than any job takes that comes to an end. */
const PATIENCE_MS = 5 * 60_000;

/** Has a driver process do one job; rejects with the driver's error. */
export function drive<K extends keyof Results>(job: Extract<AnyJob, { kind: K }>): Promise<Results[K]> {
  const [file = '', ...args] = pinned(DRIVER_CPU, [process.execPath, '--import', 'tsx', MAIN]);
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the driver did not end its job (${job.kind}) in ${PATIENCE_MS / 60_000} minutes`));
    }, PATIENCE_MS);
    child.once('message', (answer: { result: Results[K] } | { error: string }) => {
      clearTimeout(timer);
      if ('result' in answer) resolve(answer.result);
      else reject(new Error(answer.error));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the driver ended with ${code} before it answered`)));
    child.send(job);
  });
}
