import { parseArgs } from 'node:util';
import { type Command, CommandError, type Terminal, usage } from './command';
import { COMMANDS } from './commands';

/** Runs one command line. Exit code: 0 done, 1 checked and found wrong, 2 input that cannot be used. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '')) {
    for (const line of help()) terminal.out(line);
    return args.length === 0 ? 2 : 0;
  }
  try {
    const command = commandOf(args);
    const rest = args.slice(command.name.split(' ').length);
    return await command.run({ terminal, ...read(command, rest) });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.err(error.message);
    return 2;
  }
}

function help(): string[] {
  return [
    'Mufakat’s command line. It works on the data directory MUFAKAT_DATA_DIR (now or by default: data).',
    '',
    ...COMMANDS.flatMap((command) => [usage(command), `    ${command.summary}`]),
  ];
}

function commandOf(args: readonly string[]): Command {
  const [first = '', second = ''] = args;
  const command = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`);
  if (command !== undefined) return command;
  const family = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  throw new CommandError(
    family.length === 0
      ? `There is no command "${first}". See all: npm run mufakat -- help`
      : `What about "${first}"? Choose one of: ${family.map(({ name }) => name).join(', ')}`,
  );
}

function read(command: Command, rest: readonly string[]) {
  const shorts = Object.fromEntries(
    Object.entries(command.short ?? {}).map(([letter, option]) => [option, letter]),
  );
  const switches = command.switches ?? [];
  const options = Object.fromEntries(
    [...Object.keys(command.options), ...switches].map((name) => {
      const short = shorts[name];
      const type = switches.includes(name) ? ('boolean' as const) : ('string' as const);
      return [name, { type, ...(short === undefined ? {} : { short }) }];
    }),
  );
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...rest], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\nUse: ${usage(command)}`);
  }
  const given = parsed.positionals;
  const missing = command.takes[given.length];
  if (missing !== undefined) throw new CommandError(`${missing} is missing.\nUse: ${usage(command)}`);
  if (given.length > command.takes.length) {
    throw new CommandError(
      `"${given[command.takes.length]}" is one word too many; put quotes around words that belong together.\nUse: ${usage(command)}`,
    );
  }
  const values = Object.entries(parsed.values);
  return {
    given,
    options: Object.fromEntries(
      values.map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
    ),
    switches: new Set(values.filter(([, value]) => value === true).map(([name]) => name)),
  };
}
