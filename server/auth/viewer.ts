import { type AccountRow, accountById } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import type { Actor } from '../../domain/policy/can';
import type { Runtime } from '../runtime';
import { sessionOfCookie } from './session';

/** The person a page is made for: who asks (`actor`) and how they like to read. */
export interface Viewer {
  readonly actor: Actor;
  readonly name: string;
  readonly email: string;
  readonly locale: AccountRow['locale'];
  readonly theme: AccountRow['theme'];
  readonly isDemo: boolean;
}

export async function loadViewer(runtime: Runtime, cookie: string | undefined): Promise<Viewer | null> {
  const session = await sessionOfCookie(runtime, cookie);
  if (session === null) return null;
  const account = accountById(runtime.db, session.userId);
  const actor = loadActor(runtime.db, session.userId, session.sessionId, runtime.clock.now());
  if (account === null || actor === null) return null;
  const { name, email, locale, theme, isDemo } = account;
  return { actor, name, email, locale, theme, isDemo };
}
