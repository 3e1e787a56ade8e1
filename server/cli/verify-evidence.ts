import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Evidence } from '../../domain/procedure/evidence';
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
    for (const line of circumstances(evidence)) terminal.out(line);
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

/** What evidence of the second format says besides. */
function circumstances(evidence: Evidence): string[] {
  if (!('positions' in evidence)) return [];
  const { decision, positions, audit } = evidence;
  const { how, absent, forwardedFrom } = decision;
  const known = (people: readonly { readonly country: string }[]) =>
    people.length === 0 ? 'none' : people.map(({ country }) => country).join(', ');
  return [
    how.kind === 'bySilence'
      ? `by silence from ${how.startedAt} to ${how.expiresAt} (${how.zone})`
      : `in the room, ${how.confirmedBy === null ? 'not confirmed by a second person' : `confirmed by ${how.confirmedBy.name}`}`,
    decision.makesFinal ? 'the text became final by it' : 'the text did not become final by it',
    ...(forwardedFrom === null
      ? []
      : [`forwarded from ${forwardedFrom.meeting}, ${forwardedFrom.verb} ${forwardedFrom.at}`]),
    `absent members: ${absent === null ? 'not recorded' : known(absent)}`,
    ...positions
      .filter(({ on }) => on === 'document')
      .map(({ country, stance }) => `position of ${country} on the text: ${stance}`),
    `positions on clauses: ${positions.filter(({ on }) => on === 'clause').length}`,
    `event ${audit.seq} of the audit trail, its hash computed again: ${audit.hash}`,
  ];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`Cannot read ${file}: ${(error as Error).message}`);
  }
}
