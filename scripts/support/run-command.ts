import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where the command's output goes; by default where ours goes. */
  readonly output?: 'inherit' | 'ignore';
  readonly timeout?: number;
}

/** Runs a command to its end; resolves with its exit code (127 where it could not be started, 124 after its time). */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number> {
  return new Promise((resolve) => {
    const output = options.output ?? 'inherit';
    const child = spawn(command, args, {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...options.env } as NodeJS.ProcessEnv,
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 124 : 130)));
  });
}

/** Runs a tool of this project's own node_modules with the Node that runs us. */
export function runTool(
  script: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number> {
  return runCommand(process.execPath, [`node_modules/${script}`, ...args], options);
}

export function runTypeScript(
  file: string,
  args: readonly string[] = [],
  options: CommandOptions = {},
): Promise<number> {
  return runTool('tsx/dist/cli.mjs', [file, ...args], options);
}

/** npm in a folder with a lock file of its own. The settings of the run that started us (`npm test`) are not that folder's. */
export function runNpm(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const foreign = Object.keys(process.env).filter((name) => /^npm_(config|package|lifecycle)_/i.test(name));
  const cleared = Object.fromEntries(foreign.map((name) => [name, undefined]));
  return runCommand('npm', ['--prefix', folder, ...args], { env: { ...cleared, ...env } });
}
