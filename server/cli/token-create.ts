import { createToken } from '../use-cases/create-token';
import { type Command, word } from './command';
import { accountOf } from './find-account';
import { accepted, inWorkspace } from './workspace';

export const TOKEN_CREATE: Command = {
  name: 'token create',
  takes: ['EMAIL'],
  options: { name: 'NAME', expires: 'YYYY-MM-DD' },
  summary: 'makes an access token for a program of this person and prints it, this once',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const { id } = await accountOf(workspace, word(call, 0));
      const created = await createToken(workspace.runtime, workspace.hand, {
        userId: id,
        name: call.options.name ?? 'Command line',
        expiresAt: call.options.expires ?? null,
      });
      const { tokenId, token } = accepted(created);
      call.terminal.out(
        `Token ${tokenId}; it is shown only now. Revoke it with: npm run mufakat -- token revoke ${tokenId}`,
      );
      call.terminal.out(token);
      return 0;
    }),
};
