import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/** Every version of a package that is installed, wherever in the tree it lies. */
function versionsOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version);
}

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10)),
  );
  for (const [index, wanted] of (want ?? []).entries()) {
    const found = have?.[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return !version.includes('-');
}

test.each([
  ['16.2.6', '16.2.6', true],
  ['16.10.0', '16.2.6', true],
  ['16.2.5', '16.2.6', false],
  ['9.9.9', '16.2.6', false],
  ['16.2.6-canary.1', '16.2.6', false],
])('isAtLeast: %s against %s', (version, floor, expected) => {
  expect(isAtLeast(version, floor)).toBe(expected);
});

test.each([
  [
    'Next.js CVE-2025-29927, CVE-2025-55182, CVE-2025-66478, CVE-2026-44573, CVE-2026-44574, CVE-2026-44575, CVE-2026-45109, CVE-2026-44578, CVE-2026-44582, CVE-2026-23870',
    'next',
    '16.2.6',
  ],
  ['next-auth CVE-2022-35924, CVE-2022-31093', 'next-auth', '4.24.7'],
])('(%s) what is installed is past it: %s from %s on', (_advisory, name, floor) => {
  expect(versionsOf(name).length).toBeGreaterThan(0);
  expect(versionsOf(name).filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test.each([
  ['mammoth < 1.11: a file reads others of the server', 'mammoth'],
  ['y-websocket-server', 'y-websocket-server'],
  ['y-websocket-server', '@y/websocket-server'],
  ['next-auth, Upstash adapter', '@next-auth/upstash-redis-adapter'],
  ['better-auth CVE-2026-45364', 'better-auth'],
])('(%s) %s is not installed', (_advisory, name) => {
  expect(versionsOf('next')).not.toEqual([]);
  expect(versionsOf(name)).toEqual([]);
});
