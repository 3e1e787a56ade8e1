import { checkInstallation } from '../check';
import type { Command } from './command';
import { inWorkspace } from './workspace';

export const CHECK: Command = {
  name: 'check',
  takes: [],
  options: { fingerprint: 'HEX' },
  summary:
    'checks the database, the chain of the audit trail, every version, and the evidence of adopted texts',
  run: ({ terminal, options }) =>
    inWorkspace(terminal, async ({ opened, runtime }) => {
      const { fingerprint } = options;
      const report = checkInstallation(
        opened,
        fingerprint === undefined ? {} : { trustedFingerprint: fingerprint },
      );
      for (const finding of report.findings) terminal.out(`✗ ${finding.message}`);
      if (report.ok) {
        const { auditEvents, versions, adopted } = report.counts;
        terminal.out(
          `${runtime.config.databaseFile}: all is well (${auditEvents} events of the audit trail, ${versions} versions, ${adopted} adopted texts).`,
        );
        return 0;
      }
      terminal.out('Keep this file, restore the last backup that checks, and compare the two.');
      return 1;
    }),
};
