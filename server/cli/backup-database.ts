import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDb } from '../../db/client';
import { type Command, CommandError, word } from './command';
import { findingsOf } from './findings';
import { inWorkspace } from './workspace';

export const BACKUP: Command = {
  name: 'backup',
  takes: ['FILE'],
  options: {},
  summary: 'copies the database while people work, and checks the copy',
  run: (call) =>
    inWorkspace(call.terminal, async ({ opened }) => {
      const target = path.resolve(call.terminal.cwd, word(call, 0));
      if (existsSync(target)) throw new CommandError(`${target} exists already. Choose another name.`);
      const unfinished = `${target}.unfinished`;
      try {
        await opened.backupTo(unfinished);
        const findings = checkedCopy(unfinished);
        if (findings.length > 0) {
          for (const finding of findings) call.terminal.out(`✗ ${finding}`);
          call.terminal.out('The copy does not check. Run: npm run mufakat -- check');
          return 1;
        }
        renameSync(unfinished, target);
      } catch (error) {
        throw new CommandError(`Cannot write ${target}: ${(error as Error).message}`);
      } finally {
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
      }
      call.terminal.out(`Copied to ${target}; the copy checks.`);
      return 0;
    }),
};

/** Opened once and closed, so that no write-ahead log stays beside the copy. */
function checkedCopy(file: string): string[] {
  const copy = openDb(file);
  try {
    return findingsOf(copy);
  } finally {
    copy.close();
  }
}
