import { tokenById } from '../../db/tokens';
import { revokeToken } from '../use-cases/revoke-token';
import { type Command, CommandError, word } from './command';
import { accepted, inWorkspace } from './workspace';

export const TOKEN_REVOKE: Command = {
  name: 'token revoke',
  takes: ['ID'],
  options: {},
  summary: 'makes a token worthless at once',
  run: (call) =>
    inWorkspace(call.terminal, async ({ runtime, hand }) => {
      const tokenId = word(call, 0);
      if (tokenById(runtime.db, tokenId) === null) {
        throw new CommandError(
          `There is no token ${tokenId}. Its id begins with tok_ and was printed when it was made; the token itself is not its id.`,
        );
      }
      accepted(await revokeToken(runtime, hand, { tokenId }));
      call.terminal.out(`${tokenId} is revoked.`);
      return 0;
    }),
};
