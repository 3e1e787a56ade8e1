import { expect, test } from 'vitest';
import { safeNextPath, safeReturn } from './next-path';

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

const HERE = 'https://mufakat.example.org';

test.each([
  [`${HERE}/meetings?x=1`, '/meetings?x=1'],
  [HERE, '/'],
  ['/meetings', '/meetings'],
  [`${HERE}.evil.example/x`, '/'],
  [`${HERE}@evil.example/`, '/'],
  [`${HERE}//evil.example`, '/'],
  ['https://evil.example/', '/'],
  ['http://', '/'],
  ['not an address', '/'],
  [null, '/'],
])(
  'AC34: (next-auth CVE-2022-31093: a callbackUrl ends the process) %s leads back to %s',
  (value, expected) => {
    expect(safeReturn(value, HERE)).toBe(`${HERE}${expected}`);
  },
);
