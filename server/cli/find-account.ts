import { findUser, type PersonLine } from '../queries/accounts';
import { CommandError } from './command';
import type { Workspace } from './workspace';

/** The account of an e-mail address or id that somebody typed. */
export async function accountOf(workspace: Workspace, key: string): Promise<PersonLine> {
  const found = await findUser(workspace.runtime, workspace.hand, key);
  if (found.ok) return found.value;
  throw new CommandError(`There is no account for ${key}. See who has one: npm run mufakat -- user list`);
}
