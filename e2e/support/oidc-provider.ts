import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ProviderContext } from 'oidc-provider';

export interface ProviderPerson {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is "sitting at the keyboard": the next sign-in at the provider is theirs, without a question. */
  readonly sitDown: (person: ProviderPerson) => void;
  /** Nobody: the next sign-in is refused, as when somebody presses Cancel at the provider. */
  readonly standUp: () => void;
  readonly close: () => Promise<void>;
}

/**
 * A real OpenID Connect provider on this machine with one client, ours: authorization code, PKCE required, claims
 * only in the user info. It asks nobody anything; tests say who is at the keyboard. Port 0 takes any free one.
 */
export async function startOidcProvider(options: {
  readonly appUrl: string;
  readonly port?: number;
}): Promise<RunningProvider> {
  const clientId = 'mufakat';
  const clientSecret = randomBytes(24).toString('base64url');
  const people = new Map<string, ProviderPerson>();
  let present: ProviderPerson | null = null;

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return handler(request, response);
    const result =
      present === null
        ? { error: 'access_denied', error_description: 'the person pressed Cancel' }
        : { login: { accountId: present.sub, remember: false } };
    provider.interactionFinished(request, response, result).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${options.appUrl}/api/auth/callback/oidc`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    features: { devInteractions: { enabled: false } },
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    jwks: { keys: [key] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 300,
      Session: 300,
      Grant: 300,
    },
    findAccount: (_context: unknown, sub: string) => {
      const person = people.get(sub);
      if (person === undefined) return undefined;
      const { name, email, emailVerified } = person;
      return { accountId: sub, claims: () => ({ sub, name, email, email_verified: emailVerified }) };
    },
    loadExistingGrant: async (context: ProviderContext) => {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const handler = provider.callback();

  return {
    issuer,
    clientId,
    clientSecret,
    sitDown: (person) => {
      people.set(person.sub, person);
      present = person;
    },
    standUp: () => {
      present = null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
