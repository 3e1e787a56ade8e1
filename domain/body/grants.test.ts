import { describe, expect, test } from 'vitest';
import { type Appointment, grantsAt, type Membership, ROLES, type Role } from './grants';

const BODY = 'body_accsm';
const [BEFORE, FROM, WITHIN, TO] = ['2019-01-01', '2019-02-01', '2019-03-01', '2019-04-01'];
const OF_A_DELEGATION: readonly Role[] = [
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
];

function appointment(role: Role, country: string | null = 'ID'): Appointment {
  return { role, bodyId: BODY, country, from: FROM, to: TO };
}
function member(standing: Membership['standing'] = 'member', to: string | null = null): Membership {
  return { bodyId: BODY, country: 'ID', standing, from: BEFORE, to };
}
function roles(given: Appointment, memberships: readonly Membership[], at = WITHIN, chairs = [member()]) {
  return grantsAt([given], memberships, chairs, at).map(({ role }) => role);
}

describe('what a person may be at an instant', () => {
  test('BO1 from the first instant of the appointment up to, not including, the last', () => {
    for (const role of ROLES) {
      const seen = [BEFORE, FROM, WITHIN, TO].map((at) => roles(appointment(role), [member()], at));
      expect(seen).toEqual([[], [role], [role], []]);
    }
  });

  test('BO2 people of a delegation, its reviewers and observers too, only while it has a place in the body', () => {
    for (const role of OF_A_DELEGATION) {
      expect(roles(appointment(role), [])).toEqual([]);
      expect(roles(appointment(role), [member('member', WITHIN)])).toEqual([]);
      expect(roles(appointment(role), [{ ...member(), bodyId: 'another' }])).toEqual([]);
    }
    for (const role of ['reviewer', 'observer', 'secretariat', 'auditor'] as const)
      expect(roles(appointment(role, null), [])).toEqual([role]);
  });

  test('BO3 whoever is of a partner or an observing country acts as observer', () => {
    for (const standing of ['observer', 'partner'] as const)
      for (const role of OF_A_DELEGATION)
        expect(roles(appointment(role), [member(standing)])).toEqual(['observer']);
  });

  test('BO4 a chair presides only during the term of the country; outside it, as a delegate', () => {
    expect(roles(appointment('chair'), [member()], WITHIN, [])).toEqual(['delegate']);
    expect(roles(appointment('chair'), [member()], WITHIN, [{ ...member(), country: 'TH' }])).toEqual([
      'delegate',
    ]);
  });
});
