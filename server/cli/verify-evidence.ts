import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refusalMessage } from '../../messages/refusal-message';
import { verifyEvidence } from '../evidence-check';
import { type Command, CommandError, word } from './command';

export const VERIFY: Command = {
  name: 'verify',
  takes: ['FILE'],
  options: { fingerprint: 'HEX' },
  summary: 'proves an evidence file, without database or network; exit code 0 it holds, 1 it does not',
  run: async (call) => {
    const { terminal } = call;
    const { fingerprint } = call.options;
    const verified = verifyEvidence(
      read(path.resolve(terminal.cwd, word(call, 0))),
      fingerprint === undefined ? {} : { trustedFingerprint: fingerprint },
    );
    if (!verified.ok) {
      terminal.out(`NOT VALID (${verified.rule}). ${refusalMessage(verified, 'en')}`);
      return 1;
    }
    const { evidence, fingerprint: found } = verified.value;
    const { document, version, decision } = evidence;
    terminal.out(`VALID. ${document.symbol} Rev.${version.revision}: ${document.title}`);
    terminal.out(
      `${decision.verb} by the ${document.body.acronym}, ${decision.meeting.title}, ${decision.at}`,
    );
    terminal.out(`text hash ${evidence.textHash}`);
    terminal.out(`key fingerprint ${found}`);
    if (fingerprint === undefined) {
      terminal.out(
        'Compare the fingerprint with the one the secretariat publishes, or give it with --fingerprint.',
      );
    }
    return 0;
  },
};

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`Cannot read ${file}: ${(error as Error).message}`);
  }
}
