import type { IncomingMessage } from 'node:http';
import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountById, setStatus } from '../../db/accounts';
import { sessionById } from '../../db/sessions';
import { tokenById } from '../../db/tokens';
import { createToken } from '../use-cases/create-token';
import { endOtherSessions } from '../use-cases/end-other-sessions';
import { revokeSession } from '../use-cases/revoke-session';
import { revokeToken } from '../use-cases/revoke-token';
import { selfActor } from './account-event';
import { authCookies, SESSION_ABSOLUTE_MS } from './cookies';
import { checkSession, sessionOfCookie } from './session';
import { createIdentify, type SocketIdentity } from './socket-identity';
import { startSession } from './start-session';
import { systemActor } from './system-actor';
import {
  HOUR,
  MINUTE,
  openTestInstallation,
  SECRET,
  START,
  type TestInstallation,
} from './test-installation';
import { loadViewer } from './viewer';

let house: TestInstallation;
let ana: string;
beforeEach(async () => {
  house = openTestInstallation();
  ana = await house.person('Ana', [['delegate', 'bod_a', 'ID']]);
});
afterEach(() => house.close());

function signIn(userId = ana): string {
  return startSession(house.runtime, { id: userId, name: 'Ana' }, 'password', {
    userAgent: 'Browser/1',
    address: '203.0.113.7',
  });
}

function cookieOf(sid: string, secret = SECRET): Promise<string> {
  return encode({ token: { sid, userId: ana }, secret, maxAge: 60 });
}

function identify(headers: Record<string, string>): Promise<SocketIdentity | null> {
  const { db, clock, config } = house.runtime;
  return createIdentify({ db, clock, config, secret: SECRET })({ headers } as unknown as IncomingMessage);
}

describe('a session', () => {
  test('AC3: stands while it is used, and notes that at most once a minute', () => {
    const sid = signIn();
    expect(checkSession(house.runtime, sid)).toEqual({ sessionId: sid, userId: ana });
    house.advance(MINUTE - 1);
    checkSession(house.runtime, sid);
    expect(sessionById(house.db, sid)?.lastSeenAt).toBe(START);
    const seen = house.advance(1);
    checkSession(house.runtime, sid);
    expect(sessionById(house.db, sid)?.lastSeenAt).toBe(seen);
  });

  test('AC3: falls after twelve hours unused, not before', () => {
    const sid = signIn();
    house.advance(12 * HOUR - 1);
    expect(checkSession(house.runtime, sid)).not.toBeNull();
    house.advance(12 * HOUR);
    expect(checkSession(house.runtime, sid)).toBeNull();
  });

  test('AC3: falls after seven days however much it is used', () => {
    const sid = signIn();
    for (let spent = 0; spent < SESSION_ABSOLUTE_MS - 6 * HOUR; spent += 6 * HOUR) {
      house.advance(6 * HOUR);
      expect(checkSession(house.runtime, sid)).not.toBeNull();
    }
    house.advance(6 * HOUR);
    expect(checkSession(house.runtime, sid)).toBeNull();
  });

  test('AC3: falls when revoked, and its sockets are told; a second time changes nothing', async () => {
    const sid = signIn();
    expect(
      (await revokeSession(house.runtime, selfActor({ id: ana, name: 'Ana' }), { sessionId: sid })).ok,
    ).toBe(true);
    expect(checkSession(house.runtime, sid)).toBeNull();
    await revokeSession(house.runtime, selfActor({ id: ana, name: 'Ana' }), { sessionId: sid });
    expect(house.told).toEqual([`endSession ${sid}`]);
  });

  test('AC3: all but this one fall together', async () => {
    const [here, first, second] = [signIn(), signIn(), signIn()];
    const actor = { ...selfActor({ id: ana, name: 'Ana' }), sessionId: here };
    expect(await endOtherSessions(house.runtime, actor)).toEqual({ ok: true, value: { sessionsEnded: 2 } });
    expect([here, first, second].map((sid) => checkSession(house.runtime, sid) !== null)).toEqual([
      true,
      false,
      false,
    ]);
    expect([...house.told].sort()).toEqual([`endSession ${first}`, `endSession ${second}`].sort());
  });

  test('AC3: of a suspended person stands no more', () => {
    const sid = signIn();
    setStatus(house.db, ana, 'suspended');
    expect(checkSession(house.runtime, sid)).toBeNull();
  });

  test('AC23: nobody ends a stranger’s session, or learns that it exists', async () => {
    const sid = signIn();
    const eve = await house.person('Eve', [['delegate', 'bod_a', 'ID']]);
    const outcome = await revokeSession(house.runtime, selfActor({ id: eve, name: 'Eve' }), {
      sessionId: sid,
    });
    expect(outcome).toEqual({ ok: false, rule: 'AC23' });
    expect(checkSession(house.runtime, sid)).not.toBeNull();
  });
});

describe('the cookie', () => {
  test('AC3: names the session; the viewer is the person with the roles of now', async () => {
    const viewer = await loadViewer(house.runtime, await cookieOf(signIn()));
    expect(viewer).toMatchObject({ name: 'Ana', email: 'ana@example.org', locale: 'en', isDemo: false });
    expect(viewer?.actor.grants).toEqual([{ role: 'delegate', bodyId: 'bod_a', country: 'ID' }]);
  });

  test('AC3: of another secret, cut, or empty is nobody’s', async () => {
    const sid = signIn();
    const good = await cookieOf(sid);
    for (const value of [await cookieOf(sid, `${SECRET}!`), good.slice(0, -2), 'rubbish', '', undefined]) {
      expect(await sessionOfCookie(house.runtime, value)).toBeNull();
    }
    expect(await sessionOfCookie(house.runtime, good)).not.toBeNull();
  });

  test('AC3: is bound to host, https and path behind https, and never readable by scripts', () => {
    for (const [secureCookies, name] of [
      [true, '__Host-mufakat.session'],
      [false, 'mufakat.session'],
    ] as const) {
      const cookies = authCookies({ secureCookies });
      expect(cookies.sessionToken.name).toBe(name);
      for (const cookie of Object.values(cookies)) {
        expect(cookie.name.startsWith('__Host-')).toBe(secureCookies);
        expect(cookie.options).toMatchObject({
          httpOnly: true,
          sameSite: 'lax',
          path: '/',
          secure: secureCookies,
        });
        expect(cookie.options).not.toHaveProperty('domain');
      }
    }
  });
});

describe('at the socket', () => {
  test('AC10: a browser is known by its cookie among others', async () => {
    const sid = signIn();
    const cookie = `theme=dark; mufakat.session=${await cookieOf(sid)}; x=1`;
    expect(await identify({ cookie })).toEqual({
      userId: ana,
      sessionId: sid,
      tokenId: null,
      via: 'cookie',
    });
    expect(await identify({ cookie: `xmufakat.session=${await cookieOf(sid)}` })).toBeNull();
    expect(await identify({})).toBeNull();
  });

  test('AC10: a program is known by its token until that is revoked', async () => {
    const actor = selfActor({ id: ana, name: 'Ana' });
    const made = await createToken(house.runtime, actor, { userId: ana, name: 'Minutes' });
    if (!made.ok) throw new Error(made.rule);
    const { token, tokenId } = made.value;
    const authorization = `Bearer ${token}`;
    expect(await identify({ authorization })).toEqual({
      userId: ana,
      sessionId: null,
      tokenId,
      via: 'bearer',
    });
    expect(tokenById(house.db, tokenId)).toMatchObject({ lastUsedAt: START });
    expect(JSON.stringify(tokenById(house.db, tokenId))).not.toContain(token);
    await revokeToken(house.runtime, actor, { tokenId });
    expect(await identify({ authorization })).toBeNull();
    expect(house.told).toEqual([`endToken ${tokenId}`]);
  });

  test('AC10: an expired token, a suspended person’s, a wrong one and another scheme open nothing', async () => {
    const actor = selfActor({ id: ana, name: 'Ana' });
    const short = await createToken(house.runtime, actor, {
      userId: ana,
      name: 'Short',
      expiresAt: '2026-03-02',
    });
    const long = await createToken(house.runtime, actor, { userId: ana, name: 'Long' });
    if (!short.ok || !long.ok) throw new Error('no tokens');
    expect(await identify({ authorization: `Bearer ${short.value.token}` })).not.toBeNull();
    house.advance(24 * HOUR);
    expect(await identify({ authorization: `Bearer ${short.value.token}` })).toBeNull();
    for (const authorization of [
      'Bearer ',
      'Bearer x',
      `Basic ${long.value.token}`,
      `Bearer ${'a'.repeat(47)}`,
    ]) {
      expect(await identify({ authorization })).toBeNull();
    }
    setStatus(house.db, ana, 'suspended');
    expect(await identify({ authorization: `Bearer ${long.value.token}` })).toBeNull();
  });

  test('AC10: a bad token is not rescued by a good cookie', async () => {
    const cookie = `mufakat.session=${await cookieOf(signIn())}`;
    expect(await identify({ cookie, authorization: 'Bearer nonsense-nonsense-nonsense' })).toBeNull();
  });
});

describe('tokens', () => {
  test.each([
    ['', null, 'AC22'],
    ['x'.repeat(61), null, 'AC22'],
    ['line\nbreak', null, 'AC22'],
    ['Good', '2026-03-01', 'AC32'],
    ['Good', 'tomorrow', 'AC32'],
  ])('AC22, AC32: name "%s" until %s → %s', async (name, expiresAt, rule) => {
    const actor = selfActor({ id: ana, name: 'Ana' });
    expect(await createToken(house.runtime, actor, { userId: ana, name, expiresAt })).toMatchObject({ rule });
  });

  test('AC23: an administrator makes no token in another’s name; the command line may', async () => {
    const admin = await house.person('Adam', [['administrator']]);
    const actor = { ...selfActor({ id: admin, name: 'Adam' }), grants: systemActor().grants };
    expect(await createToken(house.runtime, actor, { userId: ana, name: 'Mine' })).toMatchObject({
      rule: 'AC23',
    });
    expect((await createToken(house.runtime, systemActor(), { userId: ana, name: 'Script' })).ok).toBe(true);
    expect(accountById(house.db, ana)?.status).toBe('active');
  });

  test('AC30: the twenty-first is one too many', async () => {
    const actor = selfActor({ id: ana, name: 'Ana' });
    for (let i = 0; i < 20; i += 1) await createToken(house.runtime, actor, { userId: ana, name: `T${i}` });
    expect(await createToken(house.runtime, actor, { userId: ana, name: 'T20' })).toMatchObject({
      rule: 'AC30',
      detail: { maximum: 20 },
    });
  });
});
