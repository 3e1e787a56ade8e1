import { type AccountRow, accountById } from '../../db/accounts';
import { isDemoDatabase } from '../../db/installation';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';

/** Whether demo people may sign in by one click: the demo made this database, and whoever runs it wants that. */
export function offersDemo(runtime: Pick<Runtime, 'db' | 'config'>): boolean {
  return runtime.config.allowDemo && isDemoDatabase(runtime.db);
}

export function signInAsDemo(runtime: Pick<Runtime, 'db' | 'config'>, userId: string): Outcome<AccountRow> {
  const account = offersDemo(runtime) ? accountById(runtime.db, userId) : null;
  return account?.isDemo === true && account.status === 'active' ? accept(account) : refuse('AC1');
}
