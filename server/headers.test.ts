import { describe, expect, test } from 'vitest';
import { readConfig } from './config';
import { contentSecurityPolicy } from './headers';

function policyOf(env: Record<string, string>): string {
  const result = readConfig({ NODE_ENV: 'test', ...env } as NodeJS.ProcessEnv, 'production');
  if (!result.ok) throw new Error(result.problems.join('; '));
  return contentSecurityPolicy(result.config, 'abc');
}

describe('contentSecurityPolicy', () => {
  test('scripts and style elements need the nonce; nothing may be evaluated', () => {
    const policy = policyOf({});
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('no other host than our own and the configured sign-in provider is named', () => {
    const hosts = (text: string) => [...text.matchAll(/(?:https?|wss?):\/\/[^\s;]+/g)].map(([host]) => host);
    expect(hosts(policyOf({ MUFAKAT_URL: 'https://m.example' }))).toEqual(['wss://m.example']);
    expect(
      hosts(
        policyOf({
          MUFAKAT_URL: 'https://m.example',
          OIDC_ISSUER: 'https://id.example/realm',
          OIDC_CLIENT_ID: 'a',
          OIDC_CLIENT_SECRET: 'b',
        }),
      ),
    ).toEqual(['wss://m.example', 'https://id.example']);
  });
});
