import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../body/grants';
import type { Actor, DocumentSubject } from '../policy/can';
import { DOCUMENT_STATES } from '../procedure/states';
import {
  COMMENT_RINGS,
  type CommentRing,
  canAnswer,
  canOpenThread,
  canSeeThread,
  canSettle,
  canWiden,
  ringsOpenTo,
  type ThreadSubject,
} from './rings';

const DOCUMENT: DocumentSubject = { bodyId: 'accsm', state: 'negotiation', pensDown: true };

function person(role: Role, country: string | null = 'VN', userId = 'me'): Actor {
  return { userId, name: userId, sessionId: null, grants: [{ role, bodyId: 'accsm', country }] };
}

function thread(ring: CommentRing, more: Partial<ThreadSubject> = {}): ThreadSubject {
  return { document: DOCUMENT, ring, country: 'TH', openedBy: 'other', ...more };
}

describe('the rings of comments', () => {
  test('CO6 over all roles, states and rings nobody sees into another’s ring', () => {
    for (const role of ROLES) {
      for (const state of DOCUMENT_STATES) {
        const document = { ...DOCUMENT, state };
        for (const ring of ['mine', 'delegation'] as const) {
          expect(canSeeThread(person(role), thread(ring, { document })).ok).toBe(false);
          expect(canAnswer(person(role), thread(ring, { document })).ok).toBe(false);
          expect(canSettle(person(role), thread(ring, { document })).ok).toBe(false);
          expect(canWiden(person(role), thread(ring, { document }), 'tabled', false).ok).toBe(false);
        }
      }
    }
  });

  test('CO6 a delegation’s thread is its own people’s and reviewers’, whatever country stands in another role', () => {
    const inside = ROLES.filter((role) => canSeeThread(person(role, 'TH'), thread('delegation')).ok);
    expect(inside).toEqual(['chair', 'headOfDelegation', 'focalPoint', 'delegate', 'reviewer']);
    expect(canSeeThread(person('delegate', 'TH'), thread('mine')).ok).toBe(false);
    expect(canSeeThread(person('reviewer', null), thread('delegation', { country: null })).ok).toBe(false);
  });

  test('CO7 people of no delegation comment for themselves and for all', () => {
    const rings = (role: Role, country: string | null) => ringsOpenTo(person(role, country), DOCUMENT);
    expect(rings('reviewer', null)).toEqual(['mine', 'tabled']);
    expect(rings('reviewer', 'VN')).toEqual(['mine', 'delegation', 'tabled']);
    expect(rings('secretariat', null)).toEqual(['mine', 'tabled']);
    expect(rings('observer', 'TL')).toEqual(['mine', 'tabled']);
    expect(rings('auditor', null)).toEqual([]);
    expect(canOpenThread(person('secretariat', 'TH'), DOCUMENT, 'delegation')).toMatchObject({ rule: 'CO7' });
  });

  test('PO3 a final text takes no comment; what was written stays to be read', () => {
    const adopted: DocumentSubject = { ...DOCUMENT, state: 'adopted' };
    expect(ringsOpenTo(person('delegate'), adopted)).toEqual([]);
    expect(canSeeThread(person('delegate'), thread('tabled', { document: adopted })).ok).toBe(true);
    expect(canAnswer(person('delegate'), thread('tabled', { document: adopted }))).toMatchObject({
      rule: 'PO3',
    });
    expect(
      canAnswer(person('observer'), thread('tabled', { document: { ...DOCUMENT, state: 'draft' } })).ok,
    ).toBe(false);
  });

  test('CO8 a thread only ever gets wider, by whoever opened it', () => {
    const me = person('delegate', 'TH');
    const mine = (ring: CommentRing) => thread(ring, { openedBy: 'me' });
    for (const from of COMMENT_RINGS)
      for (const to of COMMENT_RINGS) {
        const wider = COMMENT_RINGS.indexOf(to) > COMMENT_RINGS.indexOf(from);
        expect(canWiden(me, mine(from), to, false).ok).toBe(wider);
      }
    expect(canWiden(me, thread('delegation'), 'tabled', false)).toMatchObject({ rule: 'CO8' });
  });

  test('CO9 what others answered in a delegation leaves it by its head or focal point alone', () => {
    const me = person('delegate', 'TH');
    expect(canWiden(me, thread('delegation', { openedBy: 'me' }), 'tabled', true)).toMatchObject({
      rule: 'CO9',
    });
    for (const role of ['headOfDelegation', 'focalPoint'] as const)
      expect(canWiden(person(role, 'TH'), thread('delegation'), 'tabled', true).ok).toBe(true);
    expect(canWiden(person('headOfDelegation', 'VN'), thread('delegation'), 'tabled', false)).toMatchObject({
      rule: 'CO6',
    });
  });

  test('CO11 in the open a thread is resolved by those who opened it and the head table', () => {
    const settles = (role: Role, country: string | null) =>
      canSettle(person(role, country), thread('tabled')).ok;
    expect(settles('delegate', 'TH')).toBe(true);
    expect(settles('reviewer', 'TH')).toBe(true);
    expect(settles('chair', 'VN')).toBe(true);
    expect(settles('secretariat', null)).toBe(true);
    expect(settles('delegate', 'VN')).toBe(false);
    expect(settles('observer', 'TH')).toBe(false);
    expect(canSettle(person('observer', 'TL'), thread('tabled', { openedBy: 'me' })).ok).toBe(true);
  });
});
