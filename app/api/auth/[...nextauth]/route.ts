import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { readAuthRequest } from '@/app/_lib/auth-request';
import { authCookies } from '@/server/auth/cookies';
import { safeReturn } from '@/server/auth/next-path';
import { authOptions } from '@/server/auth/options';
import { getRuntime } from '@/server/runtime';

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** What we use of next-auth; its other addresses are not here. */
const ACTIONS = new Set(['csrf', 'signin', 'callback', 'signout', 'error']);

/** No form of ours is longer; next-auth itself would read any length. */
const BODY_MAX_BYTES = 16_384;

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [action = '', provider = ''] = (await context.params).nextauth;
  if (!ACTIONS.has(action)) return new Response(null, { status: 404 });
  if (action === 'callback' && provider !== 'oidc' && request.method !== 'POST')
    return new Response(null, { status: 405 });
  if (request.method === 'POST') {
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= BODY_MAX_BYTES)) return new Response(null, { status: 413 });
  }
  await leadBackHere(request);
  const options = authOptions(getRuntime(), await readAuthRequest());
  const response: Response = await NextAuth(request, context, options);
  response.headers.set('Cache-Control', 'no-store');
  if (action === 'signout' && request.method === 'POST') {
    // Nothing of the person stays in this browser: no page, no text kept for working offline.
    response.headers.set('Clear-Site-Data', '"cache", "storage"');
  }
  return response;
}

/**
 * AC34: where to come back to is a page of ours, or the front page. next-auth takes an address that is none for a fault
 * of the server, answers nothing else to whoever carries one in a cookie, and writes it into the logbook.
 */
async function leadBackHere(request: NextRequest): Promise<void> {
  const { config } = getRuntime();
  const { searchParams } = request.nextUrl;
  if (searchParams.has('callbackUrl'))
    searchParams.set('callbackUrl', safeReturn(searchParams.get('callbackUrl'), config.publicUrl));
  const jar = await cookies();
  const carried = jar.get(authCookies(config).callbackUrl?.name ?? '');
  // next-auth itself leaves the bare address of the site there.
  const isOwn =
    carried?.value === config.publicUrl || carried?.value === safeReturn(carried?.value, config.publicUrl);
  if (carried !== undefined && !isOwn) jar.delete(carried.name);
}

export { handle as GET, handle as POST };
