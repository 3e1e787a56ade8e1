import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXPORT_FORMATS, exportText } from '../queries/export-text';
import { type Call, type Command, CommandError, choice, word } from './command';
import { documentIdOf } from './find-document';
import { accepted, inWorkspace } from './workspace';

export const EXPORT: Command = {
  name: 'export',
  takes: ['DOCUMENT'],
  options: { version: 'NUMBER', format: EXPORT_FORMATS.join('|'), output: 'FILE' },
  short: { o: 'output' },
  summary:
    'writes a text; json with --output is its canonical form, whose SHA-256 is the hash of the version',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const documentId = documentIdOf(workspace, word(call, 0));
      const format = choice(call, 'format', EXPORT_FORMATS) ?? 'txt';
      const input = { documentId, number: versionNumber(call), format };
      write(call, accepted(await exportText(workspace.runtime, workspace.hand, input)).content);
      return 0;
    }),
};

function versionNumber(call: Call): number | 'now' {
  const given = call.options.version;
  if (given === undefined || given === 'now') return 'now';
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new CommandError(
    `--version ${given} is no number of a version. Give 1, 2, 3 …, or leave it out for the text as it stands.`,
  );
}

function write(call: Call, content: string | Uint8Array): void {
  const { output } = call.options;
  if (output === undefined) {
    if (typeof content !== 'string') {
      throw new CommandError(
        'A Word file is not for the terminal. Say with --output where it shall be written.',
      );
    }
    call.terminal.out(content.replace(/\n$/, ''));
    return;
  }
  const file = path.resolve(call.terminal.cwd, output);
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new CommandError(`Cannot write ${file}: ${(error as Error).message}`);
  }
  call.terminal.out(`Written to ${file}`);
}
