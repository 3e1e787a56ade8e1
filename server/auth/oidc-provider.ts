import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Config } from '../config';

/** The claims of an identity that we read. */
export interface OidcClaims extends Profile {
  sub: string;
  iss?: string;
  /** A boolean by the standard; some providers send a string. */
  email_verified?: boolean | string;
}

const TIMEOUT_MS = 10_000;

/**
 * Any OpenID Connect provider by its issuer, with PKCE, state and nonce. Some providers put the e-mail address
 * into the ID token and some only into the user info; we take it from wherever it is.
 */
export function oidcProvider(oidc: NonNullable<Config['oidc']>): OAuthConfig<OidcClaims> {
  return {
    id: 'oidc',
    name: oidc.name,
    type: 'oauth',
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    httpOptions: { timeout: TIMEOUT_MS },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    userinfo: {
      async request({ client, tokens }) {
        const claims = claimsOf(tokens.id_token);
        if (claims.email !== undefined || tokens.access_token === undefined) return claims;
        const more = await client.userinfo<OidcClaims>(tokens.access_token);
        if (more.sub !== claims.sub) throw new Error('oidc: the user info is about somebody else');
        // Address and its verification belong together: both from the same place.
        const { email_verified: _unpaired, ...identity } = claims;
        return { ...more, ...identity };
      },
    },
    profile: (claims) => ({ id: claims.sub }),
  };
}

/** The claims of an ID token whose signature, issuer, audience and nonce next-auth has checked before. */
function claimsOf(idToken: string | undefined): OidcClaims {
  const payload = idToken?.split('.')[1];
  if (payload === undefined) throw new Error('oidc: the provider sent no ID token');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as OidcClaims;
}
