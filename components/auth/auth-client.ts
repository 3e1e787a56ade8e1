/** What the server answered to somebody at the door. `rule` as in domain/RULES.md, with the minutes to wait for AC2. */
export type SignInResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly rule: string; readonly minutes: number };

const UNREACHABLE = 'unreachable';

export function signInByPassword(email: string, password: string): Promise<SignInResult> {
  return signIn('password', { email, password });
}

export function signInAsDemo(userId: string): Promise<SignInResult> {
  return signIn('demo', { userId });
}

/** Leaves for the identity provider; answers only where that was not possible. */
export async function continueWithProvider(next: string): Promise<SignInResult> {
  const url = await post('signin/oidc', { callbackUrl: next });
  if (url === null || url.pathname.startsWith('/sign-in') || url.pathname.startsWith('/api/auth')) {
    return { ok: false, rule: UNREACHABLE, minutes: 0 };
  }
  window.location.assign(url);
  return { ok: true };
}

/** Ends this session on the server; true where that worked. */
export async function signOut(): Promise<boolean> {
  const url = await post('signout', {});
  return url !== null && !url.searchParams.has('csrf');
}

async function signIn(provider: string, fields: Record<string, string>): Promise<SignInResult> {
  let url = await post(`callback/${provider}`, fields);
  // The token belonged to a cookie that is gone; the second one is fresh.
  if (url?.searchParams.has('csrf')) url = await post(`callback/${provider}`, fields);
  if (url === null || url.searchParams.has('csrf')) return { ok: false, rule: UNREACHABLE, minutes: 0 };
  const error = url.searchParams.get('error');
  if (error === null) return { ok: true };
  const [, rule = UNREACHABLE, minutes = '0'] = /^(AC\d+)(?::(\d+))?$/.exec(error) ?? [];
  return { ok: false, rule, minutes: Number(minutes) };
}

/** One call of next-auth's address; where it would send a browser, or null where nobody answered. */
async function post(action: string, fields: Record<string, string>): Promise<URL | null> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    const response = await fetch(`/api/auth/${action}`, {
      method: 'POST',
      body: new URLSearchParams({ callbackUrl: '/', ...fields, csrfToken, json: 'true' }),
    });
    const { url } = (await response.json()) as { url: string };
    return new URL(url, window.location.href);
  } catch {
    return null;
  }
}
