import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../body/grants';
import { isSeenBy } from '../negotiation/positions';
import { eyesOf } from './positions';

const RINGS = ['delegation', 'chair', 'tabled'] as const;

function seen(role: Role, country: string | null, bodyId = 'accsm'): string[] {
  const eyes = eyesOf(
    { userId: 'u', name: 'U', sessionId: null, grants: [{ role, bodyId, country }] },
    'accsm',
  );
  return RINGS.filter((ring) => isSeenBy({ country: 'VN', ring }, eyes));
}

describe('who sees a position', () => {
  test('PS4 the delegation its own, chair and secretariat what is shared with them, everybody what is tabled', () => {
    const abroad = Object.fromEntries(ROLES.map((role) => [role, seen(role, 'TH')]));
    const tabled = ['tabled'];
    const shared = ['chair', 'tabled'];
    expect(abroad).toEqual({
      administrator: tabled,
      secretariat: shared,
      chair: shared,
      headOfDelegation: tabled,
      focalPoint: tabled,
      delegate: tabled,
      reviewer: tabled,
      observer: tabled,
      auditor: tabled,
    });
    for (const role of ['headOfDelegation', 'focalPoint', 'delegate', 'reviewer', 'chair'] as const)
      expect([role, seen(role, 'VN')]).toEqual([role, [...RINGS]]);
    for (const role of ['observer', 'auditor', 'administrator'] as const)
      expect([role, seen(role, 'VN')]).toEqual([role, tabled]);
    expect(seen('chair', 'TH', 'other')).toEqual(tabled);
  });
});
