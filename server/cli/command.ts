/** Where a command writes and what it may know of the place it runs in. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The content of a file, where somebody asked for it instead of one. */
  readonly write: (content: string | Uint8Array) => void;
  /** Whether what is written may have colours. */
  readonly hasColours: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** File names that people type are meant from here. */
  readonly cwd: string;
}

export interface Call {
  readonly terminal: Terminal;
  /** What stands in the place of each of the command's `takes`. */
  readonly given: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Those of the command's switches that were given. */
  readonly switches: ReadonlySet<string>;
}

/** One command of the command line. Its result is the exit code: 0 done, 1 looked at and found wrong. */
export interface Command {
  readonly name: string;
  /** What must follow, by name, in order. */
  readonly takes: readonly string[];
  /** Options with a value: long name → what the value is, in capitals; `short` names one-letter forms. */
  readonly options: Readonly<Record<string, string>>;
  readonly short?: Readonly<Record<string, string>>;
  /** Options without a value. */
  readonly switches?: readonly string[];
  readonly summary: string;
  readonly run: (call: Call) => Promise<number>;
}

/** Input that cannot be used: what is wrong and what to do. Exit code 2. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The word in the place of the command's `takes` at `index`; run.ts has seen to it that it is there. */
export function word(call: Call, index: number): string {
  const given = call.given[index];
  if (given === undefined) throw new CommandError('A word is missing. See: npm run mufakat -- help');
  return given;
}

/** The value of an option that must be given. */
export function needed(call: Call, option: string, example: string): string {
  const value = call.options[option];
  if (value === undefined || value.trim() === '') {
    throw new CommandError(`--${option} is missing. Give it, e.g. --${option} ${example}`);
  }
  return value;
}

/** An option that must be one of a few words. */
export function choice<T extends string>(call: Call, option: string, words: readonly T[]): T | undefined {
  const value = call.options[option];
  if (value === undefined) return undefined;
  const known = words.find((entry) => entry === value);
  if (known !== undefined) return known;
  throw new CommandError(`--${option} ${value} is not known. Choose one of: ${words.join(', ')}`);
}

/** `npm run mufakat -- user add EMAIL [--name NAME]`, as help and complaints show it. */
export function usage(command: Command): string {
  const options = Object.entries(command.options).map(([name, value]) => ` [--${name} ${value}]`);
  const switches = (command.switches ?? []).map((name) => ` [--${name}]`);
  const takes = command.takes.map((name) => ` ${name}`);
  return `npm run mufakat -- ${command.name}${takes.join('')}${options.join('')}${switches.join('')}`;
}
