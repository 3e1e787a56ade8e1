import { describe, expect, test } from 'vitest';
import { checkDisposition, type DealtProposal, missingOwners } from './dispositions';
import type { DispositionKind } from './types';

function proposal(number: number, more: Partial<DealtProposal> = {}): DealtProposal {
  return {
    id: `p${number}`,
    number,
    country: 'ID',
    clauseId: 'c_a',
    kind: 'replace',
    state: 'tabled',
    isUnconfirmed: false,
    isChallenged: false,
    ...more,
  };
}

function rule(proposals: DealtProposal[], kind: DispositionKind, reason = '', hasWords = false): string {
  const outcome = checkDisposition(proposals, { kind, reason, hasWords });
  return outcome.ok ? 'accepted' : outcome.rule;
}

describe('what the chair may make of proposals', () => {
  test('NP25 only of one that waits; referred and carried over ones wait again', () => {
    for (const state of ['tabled', 'referred', 'carriedOver'] as const)
      expect(rule([proposal(1, { state })], 'accepted')).toBe('accepted');
    for (const state of [
      'draft',
      'accepted',
      'acceptedModified',
      'merged',
      'bracketed',
      'notRetained',
      'withdrawn',
      'superseded',
    ] as const)
      expect(rule([proposal(1, { state })], 'accepted')).toBe('NP25');
  });

  test('NP26 who does not retain, refers or carries over says why', () => {
    for (const kind of ['notRetained', 'referred', 'carriedOver'] as const) {
      expect(rule([proposal(1)], kind)).toBe('NP26');
      expect(rule([proposal(1)], kind, 'No consensus')).toBe('accepted');
      expect(rule([proposal(1)], kind, 'x'.repeat(2001))).toBe('NP26');
    }
  });

  test('NP27 NP28 nothing enters the text unconfirmed or while its class is challenged', () => {
    for (const kind of ['accepted', 'bracketed'] as const) {
      expect(rule([proposal(1, { isUnconfirmed: true })], kind)).toBe('NP27');
      expect(rule([proposal(1), proposal(2, { isChallenged: true })], kind)).toBe('NP28');
    }
    expect(rule([proposal(1, { isUnconfirmed: true, isChallenged: true })], 'notRetained', 'Not now')).toBe(
      'accepted',
    );
  });

  test('NP29 NP31 NP36 words of the chair: one modified, several merged, none without words', () => {
    expect(rule([proposal(1)], 'acceptedModified', '', true)).toBe('accepted');
    expect(rule([proposal(1)], 'acceptedModified')).toBe('NP31');
    expect(rule([proposal(1), proposal(2)], 'acceptedModified', '', true)).toBe('NP31');
    expect(rule([proposal(1)], 'accepted', '', true)).toBe('NP31');
    expect(rule([proposal(1), proposal(2)], 'merged', '', true)).toBe('accepted');
    expect(rule([proposal(1)], 'merged', '', true)).toBe('NP29');
    expect(rule([proposal(1), proposal(2, { kind: 'insert' })], 'merged', '', true)).toBe('NP29');
    expect(rule([proposal(1, { kind: 'move' })], 'acceptedModified', '', true)).toBe('NP36');
    expect(rule([proposal(1, { kind: 'comment' })], 'accepted')).toBe('accepted');
  });

  test('NP40 one act is about one clause', () => {
    expect(rule([proposal(1), proposal(2, { clauseId: 'c_b' })], 'accepted')).toBe('NP40');
    expect(rule([], 'accepted')).toBe('NP40');
  });

  test('NP30 every owner agrees, and only the newest answer counts', () => {
    const merged = [proposal(1), proposal(2, { country: 'PH' }), proposal(3, { country: 'PH' })];
    expect(missingOwners(merged, [])).toEqual(['ID', 'PH']);
    const agree = { country: 'ID', answer: 'agree' } as const;
    expect(missingOwners(merged, [agree, { country: 'SG', answer: 'agree' }])).toEqual(['PH']);
    expect(missingOwners(merged, [agree, { country: 'ID', answer: 'cannotAgree' }])).toEqual(['ID', 'PH']);
  });
});
