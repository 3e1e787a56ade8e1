import { describe, expect, test } from 'vitest';
import { addressGroup, clientAddress, plainAddress } from './address';

describe('clientAddress', () => {
  test.each([
    // Without a proxy of ours the header is a stranger's word.
    ['203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['203.0.113.7', null, 2, '203.0.113.7'],
    ['10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    // The client wrote "1.2.3.4" itself; our one proxy appended what it saw.
    ['10.0.0.1', '1.2.3.4, 198.51.100.1', 1, '198.51.100.1'],
    ['10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.9', 2, '198.51.100.1'],
    // Fewer entries than proxies: the leftmost is all there is.
    ['10.0.0.1', '198.51.100.1', 3, '198.51.100.1'],
    ['10.0.0.1', 'rubbish', 1, '10.0.0.1'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['10.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['::ffff:203.0.113.7', null, 0, '203.0.113.7'],
  ])(
    'AC2: (HedgeDoc CVE-2026-58488: a claimed address passes the limit) peer %s, forwarded %s, %i proxies → %s',
    (peer, forwarded, proxies, expected) => {
      expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
    },
  );
});

describe('addressGroup', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('AC2: %s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

test.each([
  ['203.0.113.7:8080', '203.0.113.7'],
  ['[2001:DB8::1]', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
])('plainAddress: %s → %s', (value, expected) => {
  expect(plainAddress(value)).toBe(expected);
});
