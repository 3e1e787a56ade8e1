import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareTexts } from '../../domain/redline';
import { LOCALES } from '../../messages/locale';
import { refusalMessage } from '../../messages/refusal-message';
import { LARGEST_FILE } from '../reading/limits';
import { hasCountableNumbers, hasOnlyLists, type ReadingOptions, readFile } from '../reading/read-file';
import { type Call, CommandError, choice, word } from './command';
import { REDLINE_FORMATS, type RedlineFormat, redlineContent } from './redline-content';
import { report } from './redline-report';

/** Two files as one redline: written to a file where one is named, and told on the terminal. */
export async function compareFiles(call: Call): Promise<number> {
  const { terminal, options } = call;
  const output = outputOf(call);
  const moves = choice(call, 'moves', ['as-moves', 'as-delete-insert']) ?? 'as-moves';
  const changes = choice(call, 'changes', ['accept', 'reject']) ?? 'accept';
  const locale = choice(call, 'language', LOCALES) ?? 'en';
  const files = [0, 1].map((index) => open(call, word(call, index)));
  // Numbers are clauses on both sides or words on both (FI12).
  const numbers = files.every(({ name, bytes }) => hasCountableNumbers(name, bytes)) ? 'count' : 'words';
  const houseStyle = files.some(({ name }) => hasOnlyLists(name)) ? 'sections' : 'declaration';
  const [old, fresh] = files.map((file) => read(file, { changes, numbers, houseStyle }, locale));
  if (old === undefined || fresh === undefined) throw new Error('compareFiles: two files were read');
  const redline = compareTexts(old.text, fresh.text, { houseStyle: 'declaration' });
  if (output !== null) {
    const author = options.author ?? null;
    const content = await redlineContent(output.format, { old, fresh, redline, moves, locale, author });
    if (output.file === null) terminal.write(content);
    else save(output.file, content);
  }
  const tell = output?.file === null ? terminal.err : terminal.out;
  report(
    { old, fresh, redline, moves, locale, changes },
    {
      tell,
      isComplete: call.switches.has('list'),
      hasColours: terminal.hasColours && tell === terminal.out,
      writtenTo: output?.file ?? null,
    },
  );
  return redline.summary.identical ? 0 : 1;
}

interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as it was read: `name` as it was typed, and when it was last changed. */
export type ComparedFile = ReturnType<typeof read>;

function open(call: Call, name: string): OpenedFile & { readonly changedAt: string } {
  const file = path.resolve(call.terminal.cwd, name);
  try {
    const facts = statSync(file);
    if (!facts.isFile()) throw new CommandError(`${name} is not a file.`);
    // What is too large is not even read into memory; the reader says so by its size.
    const bytes = facts.size > LARGEST_FILE ? new Uint8Array(LARGEST_FILE + 1) : readFileSync(file);
    return { name, bytes, changedAt: facts.mtime.toISOString() };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CommandError(
      missing ? `There is no file ${file}.` : `Cannot read ${file}: ${(error as Error).message}`,
    );
  }
}

function read(
  file: OpenedFile & { readonly changedAt: string },
  options: ReadingOptions,
  locale: (typeof LOCALES)[number],
) {
  const outcome = readFile(file.name, file.bytes, options);
  if (!outcome.ok)
    throw new CommandError(`${file.name} (${outcome.rule}): ${refusalMessage(outcome, locale)}`);
  return { ...outcome.value, name: path.basename(file.name), changedAt: file.changedAt };
}

interface Output {
  /** Null for standard output. */
  readonly file: string | null;
  readonly format: RedlineFormat;
}

function outputOf(call: Call): Output | null {
  const asked = choice(call, 'format', REDLINE_FORMATS);
  const { output } = call.options;
  if (output === undefined) {
    if (asked === undefined) return null;
    throw new CommandError(`--format ${asked} needs a place: -o FILE, or -o - for the terminal.`);
  }
  const format = asked ?? REDLINE_FORMATS.find((known) => path.extname(output).toLowerCase() === `.${known}`);
  if (format === undefined) {
    throw new CommandError(
      `What should ${output} be? Give it a name that ends in .docx, .html, .txt or .json, or --format.`,
    );
  }
  if (output === '-') return { file: null, format };
  const file = path.resolve(call.terminal.cwd, output);
  if (existsSync(file) && !call.switches.has('force')) {
    throw new CommandError(
      `There is a file ${file} already. Choose another name, or write over it with --force.`,
    );
  }
  return { file, format };
}

function save(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new CommandError(`Cannot write ${file}: ${(error as Error).message}`);
  }
}
