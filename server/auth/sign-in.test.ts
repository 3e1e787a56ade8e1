import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountByEmail, setStatus } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { writeInstallation } from '../../db/installation';
import { auditEvents } from '../../db/schema/audit';
import { createUser } from '../use-cases/create-user';
import { beginAttempt, forgiveAttempt } from './attempts';
import { signInAsDemo } from './demo-sign-in';
import { type ProvenIdentity, signInByIdentity } from './identity-sign-in';
import { signInByPassword } from './password-sign-in';
import { systemActor } from './system-actor';
import {
  configFor,
  MINUTE,
  openTestInstallation,
  PASSWORD,
  type TestInstallation,
} from './test-installation';

let house: TestInstallation;
beforeEach(() => {
  house = openTestInstallation();
});
afterEach(() => house.close());

function knock(email: string, password: string, address = '203.0.113.7') {
  return signInByPassword(house.runtime, { email, password, address });
}

async function outcomeOf(email: string, password: string, address?: string): Promise<string> {
  const outcome = await knock(email, password, address);
  return outcome.ok ? outcome.value.name : `${outcome.rule} ${JSON.stringify(outcome.detail ?? {})}`;
}

function limitedEvents(): unknown[] {
  return house.db
    .select()
    .from(auditEvents)
    .all()
    .filter((event) => event.kind === 'sign-in.limited')
    .map((event) => [event.subjectType, event.subjectId, event.data]);
}

describe('password', () => {
  test('AC1: the right one opens, however the address is written', async () => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']], PASSWORD);
    expect(await outcomeOf('  ANA@Example.ORG ', PASSWORD)).toBe('Ana');
  });

  test('AC1: wrong password, unknown address, suspended and password-less people get the same answer', async () => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']], PASSWORD);
    await house.person('Link Only', [['delegate', 'bod_a', 'ID']]);
    const suspended = await house.person('Gone', [['delegate', 'bod_a', 'ID']], PASSWORD);
    setStatus(house.db, suspended, 'suspended');
    for (const [email, password] of [
      ['ana@example.org', 'not the password'],
      ['nobody@example.org', PASSWORD],
      ['no address at all', PASSWORD],
      ['gone@example.org', PASSWORD],
      ['link.only@example.org', PASSWORD],
      ['link.only@example.org', ''],
      ['', ''],
    ] as const) {
      expect([email, await outcomeOf(email, password)]).toEqual([email, 'AC1 {}']);
    }
  });

  test('AC1: an unknown account takes as long as a known one', async () => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']], PASSWORD);
    const time = async (email: string) => {
      const times: number[] = [];
      for (let i = 0; i < 4; i += 1) {
        const start = performance.now();
        await knock(email, 'not the password', `203.0.113.${i}`);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    await knock('warm@example.org', 'up');
    const known = await time('ana@example.org');
    const unknown = await time('nobody@example.org');
    // Hashing dominates; without it the unknown account would answer fifty times faster.
    expect(unknown / known).toBeGreaterThan(0.4);
  });
});

describe('limits', () => {
  test('AC2: (HedgeDoc GHSA-6w39-x2c6-6mpf: no limit of sign-ins) five failures for an account, then a wait that the right password does not shorten', async () => {
    const ana = await house.person('Ana', [['delegate', 'bod_a', 'ID']], PASSWORD);
    for (let i = 0; i < 5; i += 1) {
      expect(await outcomeOf('ana@example.org', 'wrong', `198.51.100.${i}`)).toBe('AC1 {}');
      house.advance(MINUTE);
    }
    expect(await outcomeOf('ana@example.org', PASSWORD, '192.0.2.1')).toBe('AC2 {"minutes":10}');
    expect(limitedEvents()).toEqual([['account', ana, '{"by":"account"}']]);
    house.advance(9 * MINUTE);
    expect(await outcomeOf('ana@example.org', PASSWORD, '192.0.2.1')).toBe('AC2 {"minutes":1}');
    house.advance(MINUTE + 1);
    expect(await outcomeOf('ana@example.org', PASSWORD, '192.0.2.1')).toBe('Ana');
  });

  test('AC2: an address without an account is limited just the same', async () => {
    for (let i = 0; i < 5; i += 1) expect(await outcomeOf('nobody@example.org', 'wrong')).toBe('AC1 {}');
    expect(await outcomeOf('nobody@example.org', 'wrong')).toBe('AC2 {"minutes":15}');
  });

  test('AC2: attempts made at once are counted one by one', async () => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']], PASSWORD);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, i) => outcomeOf('ana@example.org', `guess ${i}`)),
    );
    expect(outcomes.filter((outcome) => outcome === 'AC1 {}')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome.startsWith('AC2'))).toHaveLength(7);
  });

  /** Counts an attempt without the cost of a password. */
  function attempt(email: string, address: string, succeeds = false): string {
    const begun = beginAttempt(house.db, house.runtime.clock.now(), { email, address });
    if (begun.ok && succeeds) atomic(house.db, (tx) => forgiveAttempt(tx, begun.value));
    return begun.ok ? 'counted' : `${begun.rule} ${JSON.stringify(begun.detail)}`;
  }

  test('AC2: (better-auth CVE-2026-45364: IPv6 rotation defeats the limit) thirty failures from one /64, over any accounts; other networks go on', () => {
    for (let i = 0; i < 30; i += 1)
      expect(attempt(`n${i}@example.org`, `2001:db8:1:2::${i}`)).toBe('counted');
    expect(attempt('ana@example.org', '2001:db8:1:2:ffff::1')).toBe('AC2 {"minutes":15}');
    expect(attempt('ana@example.org', '2001:db8:1:3::1')).toBe('counted');
  });

  test('AC2: success starts the account afresh and is not counted against the address', () => {
    for (let round = 0; round < 9; round += 1) {
      for (let i = 0; i < 4; i += 1)
        expect(attempt('ana@example.org', `198.51.100.${round}`)).toBe('counted');
      expect(attempt('ana@example.org', '203.0.113.7', true)).toBe('counted');
    }
    for (let i = 0; i < 30; i += 1) expect(attempt(`n${i}@example.org`, '203.0.113.7')).toBe('counted');
    expect(attempt('other@example.org', '203.0.113.7')).toMatch(/^AC2/);
  });
});

describe('OpenID Connect', () => {
  const proven = (change: Partial<ProvenIdentity> = {}): ProvenIdentity => ({
    issuer: 'https://id.example.org',
    subject: 'sub-1',
    email: 'Ana@example.org',
    emailVerified: true,
    ...change,
  });
  const answer = (identity: ProvenIdentity) => {
    const outcome = signInByIdentity(house.runtime, identity);
    return outcome.ok ? outcome.value.name : outcome.rule;
  };

  test('AC4: the first time binds to the account with the verified address, then the subject counts', async () => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']]);
    expect(answer(proven())).toBe('Ana');
    expect(answer(proven({ email: 'new.address@example.org', emailVerified: false }))).toBe('Ana');
  });

  test.each([
    ['an unverified address', { emailVerified: false }],
    ['no address', { email: null }],
    ['an address nobody has', { email: 'stranger@example.org' }],
  ])('AC4: %s opens nothing and makes no account', async (_what, change) => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']]);
    expect(answer(proven(change))).toBe('AC4');
    expect(accountByEmail(house.db, 'stranger@example.org')).toBeNull();
  });

  test('AC4: a second identity of the provider cannot take an account that is bound', async () => {
    await house.person('Ana', [['delegate', 'bod_a', 'ID']]);
    expect(answer(proven())).toBe('Ana');
    expect(answer(proven({ subject: 'sub-2' }))).toBe('AC4');
    expect(answer(proven({ subject: 'sub-2', issuer: 'https://other.example.org' }))).toBe('Ana');
  });

  test('AC4: suspended people stay out, bound or not', async () => {
    const ana = await house.person('Ana', [['delegate', 'bod_a', 'ID']]);
    answer(proven());
    setStatus(house.db, ana, 'suspended');
    expect(answer(proven())).toBe('AC4');
    expect(answer(proven({ subject: 'sub-9', issuer: 'https://other.example.org' }))).toBe('AC4');
  });
});

describe('demo', () => {
  async function demoPerson(): Promise<string> {
    const made = await createUser(house.runtime, systemActor(), {
      name: 'Demo Chair',
      email: 'chair@example.org',
      isDemo: true,
      appointments: [],
    });
    if (!made.ok) throw new Error(made.rule);
    return made.value.userId;
  }

  test.each([
    ['1', true, 'Demo Chair'],
    ['1', false, 'AC1'],
    ['0', true, 'AC1'],
    [null, true, 'AC1'],
  ] as const)(
    'AC1: one click works only where the demo made the database (%s) and is allowed (%s)',
    async (mark, allowed, expected) => {
      const userId = await demoPerson();
      if (mark !== null) atomic(house.db, (tx) => writeInstallation(tx, 'madeByDemo', mark));
      const config = configFor(allowed ? { MUFAKAT_ALLOW_DEMO: '1' } : {});
      const outcome = signInAsDemo({ db: house.db, config }, userId);
      expect(outcome.ok ? outcome.value.name : outcome.rule).toBe(expected);
    },
  );

  test('AC1: real people of a demo database have no one-click entry', async () => {
    const ana = await house.person('Ana', [['delegate', 'bod_a', 'ID']], PASSWORD);
    atomic(house.db, (tx) => writeInstallation(tx, 'madeByDemo', '1'));
    const config = configFor({ MUFAKAT_ALLOW_DEMO: '1' });
    expect(signInAsDemo({ db: house.db, config }, ana).ok).toBe(false);
  });
});
