import { describe, expect, test } from 'vitest';
import type { Grant, Role } from '../body/grants';
import type { DocumentState } from '../procedure/states';
import { type Actor, can, canInBody, canInSystem, delegationOf, rolesIn } from './can';
import type { DocumentOperation } from './operations';

function actor(...grants: readonly Grant[]): Actor {
  return { userId: 'u', name: 'U', sessionId: null, grants };
}

function as(role: Role, bodyId: string | null = 'accsm'): Actor {
  return actor({ role, bodyId, country: 'TH' });
}

function ruleOf(who: Actor | null, operation: DocumentOperation, state: DocumentState, pensDown = false) {
  const outcome = can(who, operation, { bodyId: 'accsm', state, pensDown });
  return outcome.ok ? 'may' : outcome.rule;
}

describe('can', () => {
  // The house plan's table of who edits the text live, by state.
  test.each<[DocumentState, readonly Role[]]>([
    ['draft', ['headOfDelegation', 'delegate', 'secretariat', 'chair']],
    ['circulated', []],
    ['negotiation', ['chair', 'secretariat']],
    ['agreed', []],
    ['silence', []],
    ['adopted', []],
    ['withdrawn', []],
    ['notAdopted', []],
  ])('PO2 in %s only %j edit', (state, editors) => {
    const everybody: readonly Role[] = [
      'administrator',
      'secretariat',
      'chair',
      'headOfDelegation',
      'delegate',
      'reviewer',
      'observer',
      'auditor',
    ];
    for (const role of everybody) {
      expect([role, ruleOf(as(role), 'edit', state) === 'may']).toEqual([role, editors.includes(role)]);
      expect([role, ruleOf(as(role), 'restore', state) === 'may']).toEqual([role, editors.includes(role)]);
    }
  });

  test('PO1 a document of another body answers as if it did not exist, whatever one is there', () => {
    for (const role of ['chair', 'secretariat', 'delegate', 'reviewer'] as const) {
      expect(ruleOf(as(role, 'other'), 'read', 'adopted')).toBe('PO1');
      expect(ruleOf(as(role, 'other'), 'adopt', 'draft')).toBe('PO1');
    }
    expect(ruleOf(null, 'read', 'adopted')).toBe('PO1');
    expect(ruleOf(actor(), 'read', 'adopted')).toBe('PO1');
  });

  test('PO1 a draft is not there for observers and administrators; once circulated it is', () => {
    for (const role of ['observer', 'administrator'] as const) {
      expect(ruleOf(as(role), 'list', 'draft')).toBe('PO1');
      expect(ruleOf(as(role), 'read', 'draft')).toBe('PO1');
      expect(ruleOf(as(role), 'edit', 'draft')).toBe('PO1');
      expect(ruleOf(as(role), 'readRecord', 'draft')).toBe('PO1');
      expect(ruleOf(as(role), 'read', 'circulated')).toBe('may');
      expect(ruleOf(as(role), 'edit', 'negotiation')).toBe('PO2');
    }
  });

  test('PO2 adopting and stopping the pens is for the chair alone', () => {
    expect(ruleOf(as('chair'), 'adopt', 'negotiation')).toBe('may');
    expect(ruleOf(as('secretariat'), 'adopt', 'negotiation')).toBe('PO2');
    expect(ruleOf(as('administrator'), 'adopt', 'negotiation')).toBe('PO2');
    expect(ruleOf(as('headOfDelegation'), 'pensDown', 'draft')).toBe('PO2');
    expect(ruleOf(as('chair'), 'adopt', 'circulated')).toBe('PO3');
  });

  test('PO3 says which state is in the way', () => {
    expect(can(as('chair'), 'edit', { bodyId: 'accsm', state: 'adopted', pensDown: false })).toEqual({
      ok: false,
      rule: 'PO3',
      detail: { state: 'adopted' },
    });
  });

  test('PR5 pens down stops everybody, the chair included, and only writing', () => {
    expect(ruleOf(as('chair'), 'edit', 'draft', true)).toBe('PR5');
    expect(ruleOf(as('delegate'), 'restore', 'draft', true)).toBe('PR5');
    expect(ruleOf(as('reviewer'), 'edit', 'draft', true)).toBe('PO2');
    expect(ruleOf(as('delegate'), 'read', 'draft', true)).toBe('may');
    expect(ruleOf(as('chair'), 'adopt', 'draft', true)).toBe('may');
    expect(ruleOf(as('chair'), 'edit', 'adopted', true)).toBe('PO3');
  });

  test('PO2 several roles add up', () => {
    const both = actor(
      { role: 'reviewer', bodyId: 'accsm', country: null },
      { role: 'delegate', bodyId: 'accsm', country: 'SG' },
    );
    expect(ruleOf(both, 'edit', 'draft')).toBe('may');
    expect(rolesIn(both, 'accsm')).toEqual(['reviewer', 'delegate']);
    expect(rolesIn(both, 'other')).toEqual([]);
    expect(delegationOf(both, 'accsm')).toBe('SG');
    expect(delegationOf(both, 'other')).toBeNull();
  });
});

describe('canInBody', () => {
  test('PO4 head table makes documents; administrators and secretariat manage; auditors read the trail', () => {
    expect(canInBody(as('chair'), 'createDocument', 'accsm').ok).toBe(true);
    expect(canInBody(as('delegate'), 'createDocument', 'accsm')).toEqual({ ok: false, rule: 'PO4' });
    expect(canInBody(as('administrator', null), 'appoint', 'accsm').ok).toBe(true);
    expect(canInBody(as('administrator', null), 'readAudit', 'accsm')).toEqual({ ok: false, rule: 'PO4' });
    expect(canInBody(as('auditor', null), 'readAudit', 'accsm').ok).toBe(true);
    expect(canInBody(as('secretariat', 'other'), 'readAudit', 'accsm')).toEqual({ ok: false, rule: 'PO1' });
  });
});

describe('canInSystem', () => {
  test('PO5 the installation is run by administrators', () => {
    expect(canInSystem(as('administrator', null), 'manageBodies').ok).toBe(true);
    expect(canInSystem(as('chair'), 'manageBodies')).toEqual({ ok: false, rule: 'PO5' });
    expect(canInSystem(null, 'managePeople')).toEqual({ ok: false, rule: 'PO5' });
  });
});
