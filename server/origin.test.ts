import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from './config';
import { isAllowedOrigin } from './origin';

function configFor(env: Record<string, string>): Config {
  const result = readConfig({ NODE_ENV: 'test', ...env } as NodeJS.ProcessEnv, 'production');
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.config;
}

describe('isAllowedOrigin', () => {
  const local = configFor({ PORT: '3000' });
  const real = configFor({ MUFAKAT_URL: 'https://mufakat.example.org' });

  test.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://localhost:3001', false],
    ['http://evil.example:3000', false],
    ['https://localhost:3000', false],
    ['null', false],
    [undefined, false],
  ])('on this machine, %s → %s', (origin, expected) => {
    expect(isAllowedOrigin(local, origin)).toBe(expected);
  });

  test.each([
    ['https://mufakat.example.org', true],
    ['http://mufakat.example.org', false],
    ['https://mufakat.example.org.evil.example', false],
    ['http://localhost:3000', false],
  ])('behind https, %s → %s', (origin, expected) => {
    expect(isAllowedOrigin(real, origin)).toBe(expected);
  });
});
