import { suspendUser } from '../use-cases/suspend-user';
import { type Command, word } from './command';
import { accountOf } from './find-account';
import { accepted, inWorkspace } from './workspace';

export const USER_SUSPEND: Command = {
  name: 'user suspend',
  takes: ['EMAIL'],
  options: {},
  summary: 'shuts somebody out at once; what they wrote stays',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const { id, email } = await accountOf(workspace, word(call, 0));
      accepted(await suspendUser(workspace.runtime, workspace.hand, { userId: id }));
      call.terminal.out(`${email} is suspended. Undo with: npm run mufakat -- user reinstate ${email}`);
      return 0;
    }),
};
