import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { readAuthRequest } from '@/app/_lib/auth-request';
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
  const [action = ''] = (await context.params).nextauth;
  if (!ACTIONS.has(action)) return new Response(null, { status: 404 });
  if (request.method === 'POST') {
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    if (!(length <= BODY_MAX_BYTES)) return new Response(null, { status: 413 });
  }
  const options = authOptions(getRuntime(), await readAuthRequest());
  const response: Response = await NextAuth(request, context, options);
  response.headers.set('Cache-Control', 'no-store');
  if (action === 'signout' && request.method === 'POST') {
    // Nothing of the person stays in this browser: no page, no text kept for working offline.
    response.headers.set('Clear-Site-Data', '"cache", "storage"');
  }
  return response;
}

export { handle as GET, handle as POST };
