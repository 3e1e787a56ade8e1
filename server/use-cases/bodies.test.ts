import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listChairTerms, listMemberships } from '../../db/bodies';
import { auditEvents } from '../../db/schema/audit';
import type { Outcome } from '../../domain/refusal';
import { bodiesFor, getBody } from '../queries/bodies';
import { BODY, createWorld, OTHER_BODY, userIdOf, type World } from '../tests/world';
import { addChairTerm } from './add-chair-term';
import { addMembership } from './add-membership';
import { createBody } from './create-body';
import { editBody } from './edit-body';
import { endChairTerm } from './end-chair-term';
import { endMembership } from './end-membership';
import { saveCountry } from './save-country';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

function ruleOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.rule;
}

function lastEvent() {
  return world.db.select().from(auditEvents).all().at(-1);
}

function countEvents(): number {
  return world.db.select().from(auditEvents).all().length;
}

const PLUS_THREE = { acronym: 'ACCSM+3', name: 'ACCSM Plus Three' };

describe('founding bodies', () => {
  test('PO5 only an administrator founds a body', async () => {
    expect(ruleOf(await createBody(world.runtime, world.actor('secretariat'), PLUS_THREE))).toBe('PO5');
    const founded = await createBody(world.runtime, world.actor('administrator'), PLUS_THREE);
    expect(founded.ok).toBe(true);
    expect(lastEvent()).toMatchObject({ kind: 'body.created', actorName: 'Aisyah Rahman' });
    const { bodies } = await bodiesFor(world.runtime, world.actor('administrator'));
    expect(bodies.map((body) => body.acronym)).toEqual(['ACCSM', 'ACCSM+3', 'OTHER']);
  });

  test('BO11 an acronym names one body, on founding and on renaming', async () => {
    const admin = world.actor('administrator');
    expect(ruleOf(await createBody(world.runtime, admin, { acronym: 'ACCSM', name: 'Again' }))).toBe('BO11');
    const renamed = await editBody(world.runtime, admin, {
      bodyId: OTHER_BODY,
      acronym: 'ACCSM',
      name: 'Again',
    });
    expect(ruleOf(renamed)).toBe('BO11');
    const same = await editBody(world.runtime, admin, { bodyId: BODY, acronym: 'ACCSM', name: 'New name' });
    expect(ruleOf(same)).toBe('ok');
  });

  test('BO10 input that cannot be used names its field and leaves no trace', async () => {
    const before = countEvents();
    const admin = world.actor('administrator');
    expect(await createBody(world.runtime, admin, { acronym: 'A B', name: 'x' })).toEqual({
      ok: false,
      rule: 'BO10',
      detail: { field: 'acronym' },
    });
    expect(await createBody(world.runtime, admin, { acronym: 'AB', name: ' \u202e \n' })).toEqual({
      ok: false,
      rule: 'BO10',
      detail: { field: 'name' },
    });
    expect(countEvents()).toBe(before);
  });

  test('a name with markup or odd spaces is a name like any other, in one line', async () => {
    const founded = await createBody(world.runtime, world.actor('administrator'), {
      acronym: 'ODD',
      name: '  <b>Odd</b>\n body\u200b ',
    });
    if (!founded.ok) throw new Error(founded.rule);
    const body = await getBody(world.runtime, world.actor('administrator'), {
      bodyId: founded.value.bodyId,
      day: null,
    });
    expect(body.ok && body.value.name).toBe('<b>Odd</b> body');
  });

  test('PO5 the list of countries belongs to the administrator; a second saving corrects the first', async () => {
    const country = {
      code: 'VN',
      shortName: 'Viet Nam',
      formalName: 'the Socialist Republic of Viet Nam',
      localName: 'Việt Nam',
      thaiName: 'เวียดนาม',
      sortKey: 11,
      color: '#8a1c1c',
    };
    expect(ruleOf(await saveCountry(world.runtime, world.actor('secretariat'), country))).toBe('PO5');
    expect(ruleOf(await saveCountry(world.runtime, world.actor('administrator'), country))).toBe('ok');
    expect(lastEvent()?.kind).toBe('country.added');
    await saveCountry(world.runtime, world.actor('administrator'), { ...country, sortKey: 12 });
    expect(lastEvent()?.kind).toBe('country.changed');
  });
});

describe('members', () => {
  const LATER = { bodyId: BODY, country: 'TL', standing: 'member', from: '2025-10-26' } as const;

  test('PO4 delegates do not manage members, PO1 strangers learn nothing of the body', async () => {
    expect(ruleOf(await addMembership(world.runtime, world.actor('indonesia'), LATER))).toBe('PO4');
    expect(ruleOf(await addMembership(world.runtime, world.actor('stranger'), LATER))).toBe('PO1');
    const ended = { membershipId: 'membership_TL', to: '2025-10-25' };
    expect(ruleOf(await endMembership(world.runtime, world.actor('chair'), ended))).toBe('PO4');
    expect(ruleOf(await endMembership(world.runtime, world.actor('stranger'), ended))).toBe('PO1');
  });

  test('BO7 an observer becomes a member only when the first standing has ended', async () => {
    const secretariat = world.actor('secretariat');
    expect(ruleOf(await addMembership(world.runtime, secretariat, LATER))).toBe('BO7');
    const ended = await endMembership(world.runtime, secretariat, {
      membershipId: 'membership_TL',
      to: '2025-10-25',
    });
    expect(ruleOf(ended)).toBe('ok');
    expect(lastEvent()).toMatchObject({ kind: 'membership.ended', bodyId: BODY });
    expect(ruleOf(await addMembership(world.runtime, secretariat, LATER))).toBe('ok');
    const spans = listMemberships(world.db, BODY).filter((entry) => entry.country === 'TL');
    expect(spans.map((entry) => [entry.standing, entry.from, entry.to])).toEqual([
      ['observer', '2016-01-01T00:00:00.000Z', '2025-10-25T17:00:00.000Z'],
      ['member', '2025-10-25T17:00:00.000Z', null],
    ]);
  });

  test('the roster of a day is the one of that day, in the English order', async () => {
    const secretariat = world.actor('secretariat');
    await endMembership(world.runtime, secretariat, { membershipId: 'membership_TL', to: '2025-10-25' });
    await addMembership(world.runtime, secretariat, LATER);
    const standingOn = async (day: string) => {
      const body = await getBody(world.runtime, secretariat, { bodyId: BODY, day });
      if (!body.ok) throw new Error(body.rule);
      return body.value.roster.map(
        (line) => `${line.country} ${line.standing}${line.inTheChair ? ' chair' : ''}`,
      );
    };
    expect(await standingOn('2019-04-24')).toEqual([
      'ID member',
      'MY member',
      'PH member',
      'SG member',
      'TH member chair',
      'TL observer',
    ]);
    expect((await standingOn('2025-10-25')).at(-1)).toBe('TL observer');
    expect((await standingOn('2025-10-26')).at(-1)).toBe('TL member');
    expect(await standingOn('2015-12-31')).toEqual([]);
  });

  test('BO5, BO6, BO10 unknown countries, turned dates and days that do not exist are refused', async () => {
    const secretariat = world.actor('secretariat');
    const add = (change: object) => addMembership(world.runtime, secretariat, { ...LATER, ...change });
    expect(ruleOf(await add({ country: 'XX' }))).toBe('BO5');
    expect(ruleOf(await add({ from: '2030-01-02', to: '2030-01-01' }))).toBe('BO6');
    expect(await add({ from: '2030-02-30' })).toMatchObject({ rule: 'BO10', detail: { field: 'from' } });
    expect(await add({ to: 'soon' })).toMatchObject({ rule: 'BO10', detail: { field: 'to' } });
    expect(await add({ standing: 'king' })).toMatchObject({ rule: 'BO10', detail: { field: 'standing' } });
  });

  test('a membership that ends is felt in the open rooms, by the people of that country only', async () => {
    await endMembership(world.runtime, world.actor('secretariat'), {
      membershipId: 'membership_ID',
      to: '2019-04-01',
    });
    expect(world.live.told).toEqual([`reviewUser ${userIdOf('indonesia')}`]);
    expect(world.actor('indonesia').grants).toEqual([]);
  });
});

describe('terms of the chair', () => {
  test('PO4, BO8 the secretariat notes terms, of members only', async () => {
    const next = { bodyId: BODY, country: 'PH', name: '21st ACCSM', from: '2021-01-01', to: '2022-12-31' };
    expect(ruleOf(await addChairTerm(world.runtime, world.actor('chair'), next))).toBe('PO4');
    const observer = { ...next, country: 'TL' };
    expect(ruleOf(await addChairTerm(world.runtime, world.actor('secretariat'), observer))).toBe('BO8');
    expect(ruleOf(await addChairTerm(world.runtime, world.actor('secretariat'), next))).toBe('ok');
    expect(listChairTerms(world.db, BODY).map((term) => [term.name, term.to])).toEqual([
      ['20th ACCSM', '2021-01-01T00:00:00.000Z'],
      ['21st ACCSM', '2022-12-31T17:00:00.000Z'],
    ]);
    expect(world.live.told).toEqual([`reviewUser ${userIdOf('philippines')}`]);
  });

  test('BO4 the chair loses the chair when the term ends, at once and in the open rooms', async () => {
    expect(world.actor('chair').grants.map((grant) => grant.role)).toEqual(['chair']);
    const ended = await endChairTerm(world.runtime, world.actor('secretariat'), {
      termId: 'term_20',
      to: '2019-04-21',
    });
    expect(ruleOf(ended)).toBe('ok');
    expect(world.actor('chair').grants.map((grant) => grant.role)).toEqual(['delegate']);
    expect(world.live.told).toContain(`reviewUser ${userIdOf('chair')}`);
    expect(lastEvent()).toMatchObject({ kind: 'chairTerm.ended' });
  });

  test('BO6 a term does not end before it begins', async () => {
    const ended = await endChairTerm(world.runtime, world.actor('secretariat'), {
      termId: 'term_20',
      to: '2018-01-01',
    });
    expect(ruleOf(ended)).toBe('BO6');
  });
});

describe('who sees which bodies', () => {
  test('PO1 members of one body learn nothing of another; administrators and auditors see all', async () => {
    const seen = async (person: 'indonesia' | 'stranger' | 'auditor') =>
      (await bodiesFor(world.runtime, world.actor(person))).bodies.map((body) => body.acronym);
    expect(await seen('indonesia')).toEqual(['ACCSM']);
    expect(await seen('stranger')).toEqual(['OTHER']);
    expect(await seen('auditor')).toEqual(['ACCSM', 'OTHER']);
    const foreign = { bodyId: OTHER_BODY, day: null };
    expect(ruleOf(await getBody(world.runtime, world.actor('indonesia'), foreign))).toBe('PO1');
    const unknown = { bodyId: 'body_unknown', day: null };
    expect(ruleOf(await getBody(world.runtime, world.actor('administrator'), unknown))).toBe('PO1');
  });
});
