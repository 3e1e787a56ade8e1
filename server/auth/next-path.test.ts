import { expect, test } from 'vitest';
import { safeNextPath } from './next-path';

test.each([
  ['/documents/doc_1?from=3#op2', '/documents/doc_1?from=3#op2'],
  ['/', '/'],
  ['/meetings?_rsc=1a2b', '/meetings'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/', '/'],
  ['/set-up/abc', '/'],
  ['/api/auth/signout', '/'],
  ['', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('AC9: after signing in, %s leads to %s', (value, expected) => {
  expect(safeNextPath(value)).toBe(expected);
});
