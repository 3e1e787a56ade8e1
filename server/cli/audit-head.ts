import { auditHead, isOfTrail } from '../queries/audit-head';
import { type Command, CommandError, word } from './command';
import { inWorkspace } from './workspace';

export const AUDIT: Command = {
  name: 'audit',
  takes: ['HASH'],
  options: { at: 'SEQ' },
  summary:
    'tells whether a head of the audit trail that was printed once belongs to this trail; exit code 0 yes, 1 no',
  run: (call) => {
    const seq = Number(call.options.at ?? Number.NaN);
    const hash = word(call, 0)
      .replace(/[\s:]+/g, '')
      .toLowerCase();
    if (!Number.isSafeInteger(seq) || seq < 1)
      throw new CommandError('Give the number of the event: --at SEQ');
    if (!/^[0-9a-f]{64}$/.test(hash))
      throw new CommandError('A head has 64 hexadecimal digits; put spaces in quotes.');
    return inWorkspace(call.terminal, async ({ runtime }) => {
      const { out } = call.terminal;
      const last = auditHead(runtime)?.seq ?? 0;
      if (seq > last)
        out(`NO. The trail ends at event ${last}: it is older than the paper, or was cut short.`);
      else if (isOfTrail(runtime, { seq, hash })) {
        out(
          `YES. Event ${seq} of this trail has this hash; every event up to it stands as it stood on that day.`,
        );
        out('Run "mufakat check" to have the chain itself computed again.');
        return 0;
      } else
        out(`NO. Event ${seq} of this trail has another hash: it is another trail, or one that was changed.`);
      return 1;
    });
  },
};
