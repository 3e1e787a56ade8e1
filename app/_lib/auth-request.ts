import { cookies, headers } from 'next/headers';
import { clientAddress } from '@/server/auth/address';
import { cookieName } from '@/server/auth/cookies';
import type { AuthRequest } from '@/server/auth/options';
import { PEER_HEADER } from '@/server/auth/request-facts';
import { getRuntime } from '@/server/runtime';

/** Who is knocking: address (as far as our own proxies vouch for it), browser, and the session cookie they carry. */
export async function readAuthRequest(): Promise<AuthRequest> {
  const { config } = getRuntime();
  const sent = await headers();
  return {
    address: clientAddress(sent.get(PEER_HEADER) ?? '', sent.get('x-forwarded-for'), config.trustedProxies),
    userAgent: sent.get('user-agent') ?? '',
    sessionCookie: (await cookies()).get(cookieName(config, 'session'))?.value,
  };
}
