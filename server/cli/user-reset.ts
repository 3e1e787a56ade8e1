import { resetUser } from '../use-cases/reset-user';
import { type Command, word } from './command';
import { accountOf } from './find-account';
import { accepted, inWorkspace } from './workspace';

export const USER_RESET: Command = {
  name: 'user reset',
  takes: ['EMAIL'],
  options: {},
  summary: 'prints a link by which somebody chooses a new password',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const { runtime, hand } = workspace;
      const { id, email } = await accountOf(workspace, word(call, 0));
      const { linkPath } = accepted(await resetUser(runtime, hand, { userId: id }));
      call.terminal.out(`For ${email}, good once: ${runtime.config.publicUrl}${linkPath}`);
      return 0;
    }),
};
