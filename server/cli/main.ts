import { runCommandLine } from './run';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
  cwd: process.env.MUFAKAT_CLI_CWD ?? process.cwd(),
});
