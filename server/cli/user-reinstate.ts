import { reinstateUser } from '../use-cases/reinstate-user';
import { type Command, word } from './command';
import { accountOf } from './find-account';
import { accepted, inWorkspace } from './workspace';

export const USER_REINSTATE: Command = {
  name: 'user reinstate',
  takes: ['EMAIL'],
  options: {},
  summary: 'lets somebody who was suspended in again',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const { id, email } = await accountOf(workspace, word(call, 0));
      accepted(await reinstateUser(workspace.runtime, workspace.hand, { userId: id }));
      call.terminal.out(`${email} may sign in again.`);
      return 0;
    }),
};
