import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountByEmail, accountById } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { appointmentsOf } from '../../db/appointments';
import { auditEvents } from '../../db/schema/audit';
import { oneTimeLinks } from '../../db/schema/people';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import { signInByPassword } from '../auth/password-sign-in';
import { checkSession } from '../auth/session';
import { ensureSetupLink } from '../auth/setup-link';
import { startSession } from '../auth/start-session';
import { systemActor } from '../auth/system-actor';
import { HOUR, openTestInstallation, PASSWORD, type TestInstallation } from '../auth/test-installation';
import { listUsers, readUser } from '../queries/accounts';
import { appointPerson } from './appoint-person';
import { changeOwnPassword } from './change-own-password';
import { createUser } from './create-user';
import { endAppointment } from './end-appointment';
import { redeemLink } from './redeem-link';
import { reinstateUser } from './reinstate-user';
import { resetUser } from './reset-user';
import { suspendUser } from './suspend-user';

let house: TestInstallation;
let admin: string;
let secretariat: string;
let ana: string;
beforeEach(async () => {
  house = openTestInstallation();
  admin = await house.person('Adam', [['administrator']]);
  secretariat = await house.person('Sara', [['secretariat', 'bod_a']]);
  ana = await house.person('Ana', [['delegate', 'bod_a', 'ID']]);
});
afterEach(() => house.close());

function actor(userId: string): Actor {
  const loaded = loadActor(house.db, userId, null, house.runtime.clock.now());
  if (loaded === null) throw new Error(`${userId} has no actor`);
  return loaded;
}

function ruleOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.rule;
}

function secretOf(linkPath: string | null): string {
  return linkPath?.replace('/set-up/', '') ?? '';
}

function kindsOf(userId: string): string[] {
  return house.db
    .select()
    .from(auditEvents)
    .all()
    .filter((event) => event.subjectId === userId)
    .map((event) => event.kind);
}

async function invite(by: Actor, change: Partial<Parameters<typeof createUser>[2]> = {}) {
  return createUser(house.runtime, by, {
    email: 'new@example.org',
    name: 'New Person',
    appointments: [{ role: 'delegate', bodyId: 'bod_a', country: 'TH' }],
    ...change,
  });
}

describe('inviting', () => {
  test('AC12: a secretariat invites into its own body; the link opens the account once', async () => {
    const made = await invite(actor(secretariat));
    if (!made.ok) throw new Error(made.rule);
    expect(kindsOf(made.value.userId)).toEqual(['account.created', 'appointment.made']);
    const secret = secretOf(made.value.linkPath);
    const redeemed = await redeemLink(house.runtime, { secret, password: PASSWORD });
    expect(redeemed).toEqual({ ok: true, value: { userId: made.value.userId, email: 'new@example.org' } });
    expect(ruleOf(await redeemLink(house.runtime, { secret, password: 'another good one here' }))).toBe(
      'AC5',
    );
    const door = { email: 'new@example.org', address: '203.0.113.7' };
    expect((await signInByPassword(house.runtime, { ...door, password: PASSWORD })).ok).toBe(true);
  });

  test.each([
    [
      'a role in another body',
      { appointments: [{ role: 'delegate', bodyId: 'bod_b', country: 'JP' }] },
      'PO1',
    ],
    ['no role', { appointments: [] }, 'AC12'],
    ['an administrator', { appointments: [{ role: 'administrator', bodyId: null, country: null }] }, 'AC13'],
    [
      'an auditor of the body',
      { appointments: [{ role: 'auditor', bodyId: 'bod_a', country: null }] },
      'AC13',
    ],
    [
      'a delegate of no country',
      { appointments: [{ role: 'delegate', bodyId: 'bod_a', country: null }] },
      'AC19',
    ],
    [
      'a country not in the body',
      { appointments: [{ role: 'chair', bodyId: 'bod_a', country: 'JP' }] },
      'AC20',
    ],
    ['a country not known', { appointments: [{ role: 'observer', bodyId: 'bod_a', country: 'XX' }] }, 'AC20'],
    [
      'dates the wrong way round',
      {
        appointments: [
          { role: 'observer', bodyId: 'bod_a', country: null, from: '2026-04-02', to: '2026-04-01' },
        ],
      },
      'AC21',
    ],
    ['an address in use', { email: ' ANA@example.org' }, 'AC8'],
    ['no address', { email: 'new at example' }, 'AC17'],
    [
      '(HedgeDoc CVE-2026-58487: HTML in the local part of an address) an address with tags in it',
      { email: '<img/src=x>new@example.org' },
      'AC17',
    ],
    [
      '(HedgeDoc CVE-2026-58487) an address with tags in quotes',
      { email: '"<script>alert(1)</script>"@example.org' },
      'AC17',
    ],
    [
      '(next-auth CVE-2022-35924: a comma in an address makes it two)',
      { email: 'new@example.org,evil@example.com' },
      'AC17',
    ],
    ['no name', { name: '   ' }, 'AC16'],
    ['a name that hides signs', { name: 'New\u202e nosreP' }, 'AC16'],
    ['a password', { password: PASSWORD }, 'PO5'],
    ['a demo person', { isDemo: true }, 'PO5'],
  ] as const)('AC11–AC21: a secretariat inviting with %s is refused', async (_what, change, rule) => {
    expect(ruleOf(await invite(actor(secretariat), change))).toBe(rule);
    expect(accountByEmail(house.db, 'new@example.org')).toBeNull();
  });

  test('PO5: a delegate invites nobody', async () => {
    expect(ruleOf(await invite(actor(ana)))).toBe('PO5');
    expect(ruleOf(await listUsers(house.runtime, actor(ana)))).toBe('PO5');
  });

  test('AC27: an administrator has no body; AC25: a chair has one', async () => {
    const by = actor(admin);
    const roles = [
      [{ role: 'administrator', bodyId: 'bod_a', country: null }, 'AC27'],
      [{ role: 'secretariat', bodyId: null, country: null }, 'AC25'],
      [{ role: 'auditor', bodyId: null, country: null }, 'ok'],
    ] as const;
    for (const [appointment, rule] of roles) {
      expect(ruleOf(await invite(by, { appointments: [appointment] }))).toBe(rule);
    }
  });

  test('AC5: an invitation lasts seven days, and a newer link replaces it', async () => {
    const made = await invite(actor(secretariat));
    if (!made.ok) throw new Error(made.rule);
    const again = await resetUser(house.runtime, actor(secretariat), { userId: made.value.userId });
    if (!again.ok) throw new Error(again.rule);
    const first = { secret: secretOf(made.value.linkPath), password: PASSWORD };
    expect(ruleOf(await redeemLink(house.runtime, first))).toBe('AC5');
    house.advance(7 * 24 * HOUR);
    const second = { secret: secretOf(again.value.linkPath), password: PASSWORD };
    expect(ruleOf(await redeemLink(house.runtime, second))).toBe('AC5');
  });

  test('AC5: (next-auth, Upstash adapter: the token of a link is not compared) a link opens with its whole secret and no other', async () => {
    const made = await invite(actor(secretariat));
    if (!made.ok) throw new Error(made.rule);
    const secret = secretOf(made.value.linkPath);
    const stored = house.db.select().from(oneTimeLinks).all();
    expect(stored.map(({ hash }) => hash)).not.toContain(secret);
    const others = ['', '%', secret.slice(0, -1), `${secret} `, secret.toLowerCase(), stored[0]?.hash ?? ''];
    for (const other of [...others, made.value.userId, 'new@example.org']) {
      const tried = await redeemLink(house.runtime, { secret: other, password: PASSWORD });
      expect([other, ruleOf(tried)]).toEqual([other, 'AC5']);
    }
    expect(ruleOf(await redeemLink(house.runtime, { secret, password: PASSWORD }))).toBe('ok');
  });

  test('AC5: of two who use a link at once, one is let in', async () => {
    const made = await invite(actor(secretariat));
    if (!made.ok) throw new Error(made.rule);
    const secret = secretOf(made.value.linkPath);
    const rules = await Promise.all(
      ['first good password', 'second good password'].map(async (password) =>
        ruleOf(await redeemLink(house.runtime, { secret, password })),
      ),
    );
    expect(rules.sort()).toEqual(['AC5', 'ok']);
  });

  test('AC6: a weak password leaves the link as it is', async () => {
    const made = await invite(actor(secretariat));
    if (!made.ok) throw new Error(made.rule);
    const secret = secretOf(made.value.linkPath);
    expect(ruleOf(await redeemLink(house.runtime, { secret, password: 'short' }))).toBe('AC6');
    expect(ruleOf(await redeemLink(house.runtime, { secret, password: 'new@example.org' }))).toBe('AC7');
    expect(ruleOf(await redeemLink(house.runtime, { secret, password: PASSWORD }))).toBe('ok');
  });
});

describe('suspending', () => {
  test('AC28: ends sessions and links at once and tells the rooms; reinstating brings no session back', async () => {
    const sid = startSession(house.runtime, { id: ana, name: 'Ana' }, 'password', {
      userAgent: '',
      address: '',
    });
    const link = await resetUser(house.runtime, actor(secretariat), { userId: ana });
    house.told.length = 0;
    expect(ruleOf(await suspendUser(house.runtime, actor(secretariat), { userId: ana }))).toBe('ok');
    expect(house.told).toEqual([`endSession ${sid}`, `reviewUser ${ana}`]);
    expect(loadActor(house.db, ana, null, house.runtime.clock.now())).toBeNull();
    if (!link.ok) throw new Error(link.rule);
    const secret = secretOf(link.value.linkPath);
    expect(ruleOf(await redeemLink(house.runtime, { secret, password: PASSWORD }))).toBe('AC5');
    expect(ruleOf(await resetUser(house.runtime, actor(secretariat), { userId: ana }))).toBe('AC28');
    expect(ruleOf(await reinstateUser(house.runtime, actor(secretariat), { userId: ana }))).toBe('ok');
    expect(checkSession(house.runtime, sid)).toBeNull();
    expect(kindsOf(ana)).toEqual(
      expect.arrayContaining(['account.link-made', 'account.suspended', 'account.reinstated']),
    );
  });

  test('AC14: nobody suspends themselves', async () => {
    expect(ruleOf(await suspendUser(house.runtime, actor(admin), { userId: admin }))).toBe('AC14');
  });

  test('AC15: the last administrator stays; with a second one, the first may go', async () => {
    expect(ruleOf(await suspendUser(house.runtime, systemActor(), { userId: admin }))).toBe('AC15');
    const held = appointmentsOf(house.db, admin)[0]?.id ?? '';
    expect(ruleOf(await endAppointment(house.runtime, actor(admin), { appointmentId: held }))).toBe('AC15');
    await house.person('Adele', [['administrator']]);
    expect(ruleOf(await suspendUser(house.runtime, systemActor(), { userId: admin }))).toBe('ok');
  });
});

describe('whose account', () => {
  test.each([
    ['an administrator', [['administrator']], 'AC23'],
    ['an administrator who also drafts', [['administrator'], ['delegate', 'bod_a', 'TH']], 'AC11'],
    ['an auditor of the body', [['auditor', 'bod_a']], 'AC11'],
    ['somebody of another body', [['delegate', 'bod_b', 'JP']], 'AC23'],
    [
      'somebody of both bodies',
      [
        ['delegate', 'bod_b', 'JP'],
        ['delegate', 'bod_a', 'TH'],
      ],
      'AC12',
    ],
    ['a colleague', [['secretariat', 'bod_a']], 'ok'],
    ['the chair', [['chair', 'bod_a', 'TH']], 'ok'],
  ] as const)('AC11, AC12, AC23: a secretariat and %s → %s', async (_who, roles, rule) => {
    const other = await house.person('Other', roles);
    const by = actor(secretariat);
    expect(ruleOf(await resetUser(house.runtime, by, { userId: other }))).toBe(rule);
    expect(ruleOf(await suspendUser(house.runtime, by, { userId: other }))).toBe(rule);
    expect(accountById(house.db, other)?.status).toBe(rule === 'ok' ? 'suspended' : 'active');
  });

  test('AC23: the list of a secretariat knows its own people only; an administrator’s knows all', async () => {
    await house.person('Jun', [['delegate', 'bod_b', 'JP']]);
    await house.person('Both', [
      ['delegate', 'bod_b', 'JP'],
      ['observer', 'bod_a'],
    ]);
    const names = async (userId: string) => {
      const list = await listUsers(house.runtime, actor(userId));
      return list.ok ? list.value.map((person) => `${person.name} ${person.appointments.length}`) : list.rule;
    };
    expect(await names(secretariat)).toEqual(['Ana 1', 'Both 1', 'Sara 1']);
    expect(await names(admin)).toEqual(['Adam 1', 'Ana 1', 'Both 2', 'Jun 1', 'Sara 1']);
    expect(ruleOf(await readUser(house.runtime, actor(secretariat), admin))).toBe('AC23');
  });
});

describe('appointing', () => {
  test('AC13: a role begins and ends with its dates, on record', async () => {
    const by = actor(secretariat);
    const made = await appointPerson(house.runtime, by, {
      userId: ana,
      role: 'reviewer',
      bodyId: 'bod_a',
      country: null,
      from: '2026-03-10',
      to: '2026-03-11',
    });
    if (!made.ok) throw new Error(made.rule);
    expect(house.told).toEqual([`reviewUser ${ana}`]);
    const rolesAt = (at: string) => loadActor(house.db, ana, null, at)?.grants.map((grant) => grant.role);
    // Days are days at the seat of the meetings, UTC+7.
    expect(rolesAt('2026-03-09T16:59:59.999Z')).toEqual(['delegate']);
    expect(rolesAt('2026-03-09T17:00:00.000Z')).toContain('reviewer');
    expect(rolesAt('2026-03-11T16:59:59.999Z')).toContain('reviewer');
    expect(rolesAt('2026-03-11T17:00:00.000Z')).toEqual(['delegate']);
  });

  test('AC13: ending one’s role bites at once; AC31: what has ended cannot be ended', async () => {
    const held = appointmentsOf(house.db, ana)[0]?.id ?? '';
    house.advance(HOUR);
    expect(ruleOf(await endAppointment(house.runtime, actor(secretariat), { appointmentId: held }))).toBe(
      'ok',
    );
    expect(actor(ana).grants).toEqual([]);
    expect(house.told).toEqual([`reviewUser ${ana}`]);
    expect(ruleOf(await endAppointment(house.runtime, actor(secretariat), { appointmentId: held }))).toBe(
      'AC31',
    );
    expect(kindsOf(ana)).toContain('appointment.ended');
  });

  test('AC31: an appointment that has not begun never will', async () => {
    const made = await appointPerson(house.runtime, actor(secretariat), {
      userId: ana,
      role: 'reviewer',
      bodyId: 'bod_a',
      country: null,
      from: '2026-05-01',
    });
    if (!made.ok) throw new Error(made.rule);
    await endAppointment(house.runtime, actor(secretariat), made.value);
    const later = loadActor(house.db, ana, null, '2026-06-01T00:00:00.000Z');
    expect(later?.grants.map((grant) => grant.role)).toEqual(['delegate']);
    expect(ruleOf(await endAppointment(house.runtime, actor(secretariat), made.value))).toBe('AC31');
    const seen = await readUser(house.runtime, actor(secretariat), ana);
    expect(seen.ok && seen.value.appointments.map((entry) => `${entry.role} ${entry.when}`)).toEqual([
      'reviewer past',
      'delegate now',
    ]);
  });

  test('AC13: a secretariat takes no role of another body away, and makes no administrator', async () => {
    const both = await house.person('Both', [
      ['observer', 'bod_a'],
      ['delegate', 'bod_b', 'JP'],
    ]);
    const foreign = appointmentsOf(house.db, both).find((row) => row.bodyId === 'bod_b')?.id ?? '';
    const by = actor(secretariat);
    expect(ruleOf(await endAppointment(house.runtime, by, { appointmentId: foreign }))).toBe('PO1');
    const crown = { userId: ana, role: 'administrator', bodyId: null, country: null } as const;
    expect(ruleOf(await appointPerson(house.runtime, by, crown))).toBe('AC13');
    expect(ruleOf(await appointPerson(house.runtime, actor(admin), crown))).toBe('ok');
  });
});

describe('passwords', () => {
  test('AC18: changing it takes the present one, keeps this session and ends the others', async () => {
    const bela = await house.person('Bela', [['delegate', 'bod_a', 'ID']], PASSWORD);
    const start = () =>
      startSession(house.runtime, { id: bela, name: 'Bela' }, 'password', { userAgent: '', address: '' });
    const [here, there] = [start(), start()];
    const self = { ...actor(bela), sessionId: here };
    const change = (current: string, next: string) =>
      changeOwnPassword(house.runtime, self, { current, next, address: '203.0.113.7' });
    expect(ruleOf(await change('wrong', 'a river of new words'))).toBe('AC18');
    expect(ruleOf(await change(PASSWORD, 'short'))).toBe('AC6');
    expect(await change(PASSWORD, 'a river of new words')).toEqual({ ok: true, value: { sessionsEnded: 1 } });
    expect(house.told).toEqual([`endSession ${there}`]);
    expect(checkSession(house.runtime, here)).not.toBeNull();
    const door = { email: 'bela@example.org', address: '203.0.113.7' };
    expect(ruleOf(await signInByPassword(house.runtime, { ...door, password: PASSWORD }))).toBe('AC1');
    expect(ruleOf(await signInByPassword(house.runtime, { ...door, password: 'a river of new words' }))).toBe(
      'ok',
    );
  });

  test('AC29: who has none has none to change', async () => {
    const input = { current: '', next: PASSWORD, address: '203.0.113.7' };
    expect(ruleOf(await changeOwnPassword(house.runtime, actor(ana), input))).toBe('AC29');
  });

  test('AC5: a reset replaces the password, ends the sessions and the wait of AC2', async () => {
    const bela = await house.person('Bela', [['delegate', 'bod_a', 'ID']], PASSWORD);
    const sid = startSession(house.runtime, { id: bela, name: 'Bela' }, 'password', {
      userAgent: '',
      address: '',
    });
    const door = { email: 'bela@example.org', address: '203.0.113.7' };
    for (let i = 0; i < 5; i += 1) await signInByPassword(house.runtime, { ...door, password: 'wrong' });
    const link = await resetUser(house.runtime, actor(secretariat), { userId: bela });
    if (!link.ok) throw new Error(link.rule);
    expect(checkSession(house.runtime, sid)).not.toBeNull();
    const secret = secretOf(link.value.linkPath);
    await redeemLink(house.runtime, { secret, password: 'a river of new words' });
    expect(checkSession(house.runtime, sid)).toBeNull();
    expect(house.told).toEqual([`endSession ${sid}`]);
    expect(ruleOf(await signInByPassword(house.runtime, { ...door, password: 'a river of new words' }))).toBe(
      'ok',
    );
  });
});

describe('the first administrator', () => {
  let empty: TestInstallation;
  beforeEach(() => {
    empty = openTestInstallation();
  });
  afterEach(() => empty.close());
  const person = { name: 'First', email: 'first@example.org', password: PASSWORD };

  test('AC5: comes in by a link that exists only while there is nobody', async () => {
    const old = ensureSetupLink(empty.db, empty.runtime.clock) ?? '';
    const secret = ensureSetupLink(empty.db, empty.runtime.clock) ?? '';
    expect(ruleOf(await redeemLink(empty.runtime, { secret: old, ...person }))).toBe('AC5');
    expect(ruleOf(await redeemLink(empty.runtime, { secret, ...person, email: 'none' }))).toBe('AC17');
    const made = await redeemLink(empty.runtime, { secret, ...person, locale: 'th' });
    if (!made.ok) throw new Error(made.rule);
    const at = empty.runtime.clock.now();
    expect(loadActor(empty.db, made.value.userId, null, at)?.grants).toEqual([
      { role: 'administrator', bodyId: null, country: null },
    ]);
    expect(accountById(empty.db, made.value.userId)?.locale).toBe('th');
    expect(ensureSetupLink(empty.db, empty.runtime.clock)).toBeNull();
  });

  test('AC5: the link is worthless once somebody exists, and after a day', async () => {
    const secret = ensureSetupLink(empty.db, empty.runtime.clock) ?? '';
    empty.advance(24 * HOUR);
    expect(ruleOf(await redeemLink(empty.runtime, { secret, ...person }))).toBe('AC5');
    const fresh = ensureSetupLink(empty.db, empty.runtime.clock) ?? '';
    await empty.person('Somebody', [['administrator']]);
    expect(ruleOf(await redeemLink(empty.runtime, { secret: fresh, ...person }))).toBe('AC5');
  });
});
