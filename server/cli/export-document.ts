import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalText } from '../../domain/text/canonical';
import { readVersion, type VersionText } from '../queries/versions';
import { type Call, type Command, CommandError, choice, word } from './command';
import { documentIdOf } from './find-document';
import { htmlOf } from './text-as-html';
import { plainOf } from './text-as-plain';
import { accepted, inWorkspace } from './workspace';

const FORMATS = ['json', 'txt', 'html'] as const;

export const EXPORT: Command = {
  name: 'export',
  takes: ['DOCUMENT'],
  options: { version: 'NUMBER', format: FORMATS.join('|'), output: 'FILE' },
  short: { o: 'output' },
  summary:
    'writes a text; json with --output is its canonical form, whose SHA-256 is the hash of the version',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const documentId = documentIdOf(workspace, word(call, 0));
      const number = versionNumber(call);
      const read = await readVersion(workspace.runtime, workspace.hand, { documentId, number });
      write(call, written(accepted(read), choice(call, 'format', FORMATS) ?? 'txt'));
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

function written(version: VersionText, format: (typeof FORMATS)[number]): string {
  switch (format) {
    case 'json':
      return canonicalText(version.text);
    case 'txt':
      return plainOf(version.text, version.document.houseStyle);
    case 'html':
      return htmlOf(version.text, version.document);
  }
}

function write(call: Call, text: string): void {
  const { output } = call.options;
  if (output === undefined) {
    call.terminal.out(text.replace(/\n$/, ''));
    return;
  }
  const file = path.resolve(call.terminal.cwd, output);
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandError(`Cannot write ${file}: ${(error as Error).message}`);
  }
  call.terminal.out(`Written to ${file}`);
}
