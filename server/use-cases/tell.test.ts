import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atomic } from '../../db/atomic';
import { chooseMail } from '../../db/notice-preferences';
import { noticesOf } from '../../db/notices';
import { mailInState, setMailDomain } from '../../db/outbox';
import { appointments } from '../../db/schema/bodies';
import { NOTICE_FIELDS, noticeData } from '../../domain/notices/data';
import { NOTICE_KINDS, type NoticeEvent } from '../../domain/notices/kinds';
import { BODY, createWorld, PEOPLE, type Person, userIdOf, type World } from '../tests/world';
import { tell } from './tell';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const EVERYTHING = { unreadOnly: false, documentId: null, before: null, limit: 100 };

function told(person: Person) {
  return noticesOf(world.db, userIdOf(person), EVERYTHING);
}

function say(event: Partial<NoticeEvent> & Pick<NoticeEvent, 'kind' | 'to'>): void {
  const whole: NoticeEvent = { bodyId: BODY, documentId: null, data: {}, key: 'event', ...event };
  atomic(world.db, (tx) => tell(tx, world.clock.now(), whole));
}

describe('whom', () => {
  test('NO1 one event tells one person once, and never its own author', () => {
    const to = { roles: ['chair', 'delegate'], except: userIdOf('chair') };
    say({ kind: 'readingOpened', to });
    say({ kind: 'readingOpened', to });
    expect(told('philippines')).toHaveLength(1);
    expect(told('chair')).toHaveLength(0);
    expect(told('stranger')).toHaveLength(0);
  });

  test('NO3 a kind of an inner ring names delegations, and roles inside them', () => {
    expect(() => say({ kind: 'proposalAwaitsRelease', to: { roles: ['headOfDelegation'] } })).toThrow(
      /by name/,
    );
    expect(() =>
      say({ kind: 'proposalAwaitsRelease', to: { roles: ['secretariat'], countries: ['ID'] } }),
    ).toThrow(/not for the role secretariat/);
    say({ kind: 'proposalAwaitsRelease', to: { roles: ['headOfDelegation'], countries: ['ID'] } });
    expect(told('indonesia')).toHaveLength(1);
    for (const person of Object.keys(PEOPLE) as Person[]) {
      if (person !== 'indonesia') expect([person, told(person).length]).toEqual([person, 0]);
    }
  });

  test('NO3 a notice of a ring remembers in whose ring its person stood', () => {
    say({ kind: 'mentioned', to: { roles: [], userIds: [userIdOf('philippines')] } });
    expect(told('philippines').map((row) => JSON.parse(row.data))).toEqual([{ insideOf: 'PH' }]);
  });
});

describe('NO2 what', () => {
  test('NO2 property: what a notice stores is of the vocabulary, in its shape, and no sentence', () => {
    const anything = fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(NOTICE_FIELDS)), fc.string()),
      fc.oneof(fc.string(), fc.lorem({ mode: 'sentences' }), fc.integer(), fc.constant('TH')),
    );
    const named = ['person', 'meeting', 'clause'];
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_KINDS), anything, (kind, data) => {
        const checked = noticeData(kind, data);
        if (!checked.ok) return;
        for (const [field, value] of Object.entries(checked.data)) {
          expect(Object.keys(NOTICE_FIELDS)).toContain(field);
          if (typeof value === 'string' && !named.includes(field)) expect(value).not.toMatch(/\s\S*\s/);
        }
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  test('NO2 words are refused before anything is written', () => {
    const data = { text: 'The Heads shall adopt' } as unknown as NoticeEvent['data'];
    expect(() => say({ kind: 'readingOpened', data, to: { roles: ['delegate'] } })).toThrow(/fields text/);
    expect(told('philippines')).toHaveLength(0);
  });
});

describe('mail', () => {
  const adopted = { kind: 'documentAdopted', to: { roles: ['delegate'] } } as const;

  test('NO6 an installation without mail plans none', () => {
    say(adopted);
    setMailDomain(world.db, 'example.org');
    expect(mailInState(world.db, 'waiting')).toEqual([]);
  });

  test('NO5 NO6 at once, once, with a Message-ID of its own', () => {
    setMailDomain(world.db, 'example.org');
    say(adopted);
    say(adopted);
    const mail = mailInState(world.db, 'waiting').filter((row) => row.userId === userIdOf('philippines'));
    expect(mail).toHaveLength(1);
    expect(mail[0]?.messageId).toMatch(/^<mail_\w+@example\.org>$/);
    expect(mail[0]?.dueAt).toBe(world.clock.now());
  });

  test('NO6 an event that fails leaves neither notice nor mail', () => {
    setMailDomain(world.db, 'example.org');
    expect(() =>
      atomic(world.db, (tx) => {
        tell(tx, world.clock.now(), { bodyId: BODY, documentId: null, data: {}, key: 'k', ...adopted });
        throw new Error('the act failed');
      }),
    ).toThrow('the act failed');
    expect(told('philippines')).toEqual([]);
    expect(mailInState(world.db, 'waiting')).toEqual([]);
  });

  test('NO5 a person’s choice goes before the kind’s', () => {
    setMailDomain(world.db, 'example.org');
    chooseMail(world.db, userIdOf('philippines'), 'documentAdopted', 'never', world.clock.now());
    chooseMail(world.db, userIdOf('thaiDelegate'), 'documentAdopted', 'digest', world.clock.now());
    say(adopted);
    expect(mailInState(world.db, 'waiting').map((row) => [row.userId, row.kind])).toEqual([
      [userIdOf('thaiDelegate'), 'digest'],
    ]);
  });

  test('NO7 one digest a day for a person, at seven by the clock of the seat', () => {
    setMailDomain(world.db, 'example.org');
    for (const key of ['one', 'two']) say({ kind: 'readingOpened', key, to: { roles: ['delegate'] } });
    const mine = () =>
      mailInState(world.db, 'waiting').filter((row) => row.userId === userIdOf('philippines'));
    // 02:00 UTC is nine in Bangkok: the next seven o'clock is tomorrow's.
    expect(mine().map((row) => [row.kind, row.dueAt, JSON.parse(row.data)])).toEqual([
      [
        'digest',
        '2019-04-23T00:00:00.000Z',
        { from: '2019-04-22T00:00:00.000Z', to: '2019-04-23T00:00:00.000Z' },
      ],
    ]);
    world.clock.set('2019-04-23T00:00:00.000Z');
    say({ kind: 'readingOpened', key: 'three', to: { roles: ['delegate'] } });
    expect(mine().map((row) => row.dueAt)).toEqual(['2019-04-23T00:00:00.000Z', '2019-04-24T00:00:00.000Z']);
  });

  test('NO5 who wants no digest gets none', () => {
    setMailDomain(world.db, 'example.org');
    chooseMail(world.db, userIdOf('philippines'), 'digest', 'never', world.clock.now());
    say({ kind: 'readingOpened', to: { roles: ['delegate'] } });
    expect(mailInState(world.db, 'waiting').map((row) => row.userId)).toEqual([userIdOf('thaiDelegate')]);
  });
});

test('NO1 a role that has ended is told nothing', () => {
  world.db.update(appointments).set({ to: '2019-01-01T00:00:00.000Z' }).run();
  say({ kind: 'readingOpened', to: { roles: ['delegate'], userIds: [userIdOf('philippines')] } });
  expect(told('thaiDelegate')).toEqual([]);
});
