import type { Command } from './command';

export const REDLINE: Command = {
  name: 'redline',
  takes: ['OLD', 'NEW'],
  options: {
    output: 'FILE',
    format: 'docx|html|txt|json',
    moves: 'as-moves|as-delete-insert',
    changes: 'accept|reject',
    author: 'NAME',
    language: 'en|th',
  },
  short: { o: 'output' },
  switches: ['list', 'force'],
  summary:
    'compares two files (.docx, .md, .txt, .html, .json), without account or database; exit code 0 the same, 1 they differ',
  // What it takes to read and write files is loaded when it is needed.
  run: async (call) => (await import('./redline-files')).compareFiles(call),
};
