import { runCommandLine } from './run';

// Whoever reads us may have read enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  write: (content) => process.stdout.write(content),
  hasColours: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '',
  env: process.env,
  cwd: process.env.MUFAKAT_CLI_CWD ?? process.cwd(),
});
