import type { Command } from './command';
import { findingsOf } from './findings';
import { inWorkspace } from './workspace';

export const CHECK: Command = {
  name: 'check',
  takes: [],
  options: {},
  summary: 'checks the database, the chain of the audit trail, and the evidence of every adopted text',
  run: ({ terminal }) =>
    inWorkspace(terminal, async ({ opened, runtime }) => {
      const findings = findingsOf(opened);
      for (const finding of findings) terminal.out(`✗ ${finding}`);
      if (findings.length === 0) {
        terminal.out(`${runtime.config.databaseFile}: all is well.`);
        return 0;
      }
      terminal.out('Keep this file, restore the last backup that checks, and compare the two.');
      return 1;
    }),
};
