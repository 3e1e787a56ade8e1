const NOWHERE = 'http://here.invalid';

/**
 * Where to go after signing in: a path of our own, or "/". Anything that could lead to another host, back to
 * the sign-in page or to a machine's address is dropped.
 */
export function safeNextPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, NOWHERE)) return '/';
  const url = new URL(value, NOWHERE);
  // "/.//host" becomes "//host", which a browser reads as another host.
  if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|set-up|api|_next)(\/|$)/.test(url.pathname)) return '/';
  // Next adds this to the requests of its own navigation.
  url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}${url.hash}`;
}
