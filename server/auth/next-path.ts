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

/** The same for an address as next-auth has it, in full: whatever is none of ours is the front page. */
export function safeReturn(value: unknown, publicUrl: string): string {
  const isOwn = typeof value === 'string' && (value === publicUrl || value.startsWith(`${publicUrl}/`));
  return `${publicUrl}${safeNextPath(isOwn ? value.slice(publicUrl.length) || '/' : value)}`;
}
