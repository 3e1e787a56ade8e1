import type { AuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { type AccountRow, accountById } from '../../db/accounts';
import type { Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { selfActor } from './account-event';
import { authCookies, SESSION_ABSOLUTE_MS } from './cookies';
import { offersDemo, signInAsDemo } from './demo-sign-in';
import { endSession } from './end-session';
import { signInByIdentity } from './identity-sign-in';
import { safeReturn } from './next-path';
import { type OidcClaims, oidcProvider } from './oidc-provider';
import { signInByPassword } from './password-sign-in';
import { checkSession, secretOf, sessionOfCookie } from './session';
import { type Origin, startSession } from './start-session';

/** What the request told us: where it comes from, and the session cookie it carries. */
export interface AuthRequest extends Origin {
  readonly sessionCookie: string | undefined;
}

/** next-auth for one request. Its token carries the id of our session and nothing else; the database decides. */
export function authOptions(runtime: Runtime, request: AuthRequest): AuthOptions {
  const { config } = runtime;
  const lifetime = SESSION_ABSOLUTE_MS / 1000;
  let proven: { readonly account: AccountRow; readonly via: 'password' | 'demo' | 'oidc' } | null = null;

  const admit = (outcome: Outcome<AccountRow>, via: 'password' | 'demo') => {
    if (!outcome.ok) throw new Error(refusalCode(outcome));
    proven = { account: outcome.value, via };
    return { id: outcome.value.id };
  };

  return {
    secret: secretOf(config),
    useSecureCookies: config.secureCookies,
    cookies: authCookies(config),
    session: { strategy: 'jwt', maxAge: lifetime },
    jwt: { maxAge: lifetime },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    logger: {
      error: (code, metadata) => runtime.logger.warn({ code, reason: reasonOf(metadata) }, 'next-auth'),
      warn: (code) => runtime.logger.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
    providers: [
      credentials({
        id: 'password',
        credentials: { email: {}, password: {} },
        authorize: async (given) =>
          admit(
            await signInByPassword(runtime, {
              email: String(given?.email ?? ''),
              password: String(given?.password ?? ''),
              address: request.address,
            }),
            'password',
          ),
      }),
      ...(offersDemo(runtime)
        ? [
            credentials({
              id: 'demo',
              credentials: { userId: {} },
              authorize: async (given) => admit(signInAsDemo(runtime, String(given?.userId ?? '')), 'demo'),
            }),
          ]
        : []),
      ...(config.oidc === null ? [] : [oidcProvider(config.oidc)]),
    ],
    callbacks: {
      signIn({ account, profile }) {
        if (account?.provider !== 'oidc') return proven !== null;
        const claims = profile as OidcClaims | undefined;
        const outcome = signInByIdentity(runtime, {
          issuer: claims?.iss ?? config.oidc?.issuer ?? '',
          subject: account.providerAccountId,
          email: typeof claims?.email === 'string' ? claims.email : null,
          emailVerified: claims?.email_verified === true || claims?.email_verified === 'true',
        });
        if (!outcome.ok) return `/sign-in?error=${refusalCode(outcome)}`;
        proven = { account: outcome.value, via: 'oidc' };
        return true;
      },
      async jwt({ token }) {
        if (proven === null) {
          const standing = typeof token.sid === 'string' ? checkSession(runtime, token.sid) : null;
          if (standing === null) throw new Error('the session has ended');
          return { sid: standing.sessionId, userId: standing.userId };
        }
        const previous = await sessionOfCookie(runtime, request.sessionCookie);
        if (previous !== null)
          endSession(runtime, selfActor(proven.account), previous.sessionId, 'signedInAgain');
        const sid = startSession(runtime, proven.account, proven.via, request);
        return { sid, userId: proven.account.id };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => safeReturn(url, baseUrl),
    },
    events: {
      async signOut({ token }) {
        const standing = typeof token.sid === 'string' ? checkSession(runtime, token.sid) : null;
        if (standing === null) return;
        const account = { id: standing.userId, name: accountName(runtime, standing.userId) };
        endSession(runtime, selfActor(account), standing.sessionId, 'signedOut');
      },
    },
  };
}

/** A refusal as it travels in an address: "AC1", "AC2:14". The sign-in page says it in words. */
function refusalCode(refusal: { readonly rule: string; readonly detail?: object }): string {
  const minutes = (refusal.detail as { minutes?: number } | undefined)?.minutes;
  return minutes === undefined ? refusal.rule : `${refusal.rule}:${minutes}`;
}

function accountName(runtime: Runtime, userId: string): string {
  return accountById(runtime.db, userId)?.name ?? userId;
}

function reasonOf(metadata: unknown): string {
  if (metadata instanceof Error) return metadata.message;
  const inner = (metadata as { error?: unknown; message?: unknown } | null)?.error;
  return inner instanceof Error ? inner.message : String((metadata as { message?: unknown })?.message ?? '');
}
