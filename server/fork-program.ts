import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Starts a program of ours in a process of its own: `name` of the bundle beside this one; from sources (dev, tests)
 * the TypeScript file `source`, from this folder, through tsx.
 */
export function forkProgram(name: string, source: string, options: ForkOptions): ChildProcess {
  const bundled = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  if (existsSync(bundled)) return fork(bundled, options);
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL(source, import.meta.url)), {
    ...options,
    execArgv: [...(options.execArgv ?? []), '--import', loader],
  });
}
