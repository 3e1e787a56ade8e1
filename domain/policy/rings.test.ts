import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../body/grants';
import { delegationLedBy, innerRingOf } from './rings';

function actor(role: Role, bodyId = 'accsm') {
  return { userId: 'u', name: 'U', sessionId: null, grants: [{ role, bodyId, country: 'VN' }] };
}

describe('the ring of a delegation', () => {
  test('VE13 holds those who act for it and its reviewers, and nobody by the country of another role', () => {
    const inside = ROLES.filter((role) => innerRingOf(actor(role), 'accsm') === 'VN');
    expect(inside).toEqual(['chair', 'headOfDelegation', 'focalPoint', 'delegate', 'reviewer']);
    expect(innerRingOf(actor('delegate', 'other'), 'accsm')).toBeNull();
  });

  test('VE11 a delegation is spoken for by its head and its focal point alone', () => {
    expect(ROLES.filter((role) => delegationLedBy(actor(role), 'accsm') === 'VN')).toEqual([
      'headOfDelegation',
      'focalPoint',
    ]);
  });
});
