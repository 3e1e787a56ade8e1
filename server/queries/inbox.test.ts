import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atomic } from '../../db/atomic';
import { changeProcedure } from '../../db/documents';
import { mailChoicesOf } from '../../db/notice-preferences';
import { appointments } from '../../db/schema/bodies';
import type { NoticeEvent } from '../../domain/notices/kinds';
import { draftStatement } from '../tests/adopted';
import { accepted } from '../tests/outcome';
import { BODY, createWorld, type Person, userIdOf, type World } from '../tests/world';
import { chooseMail } from '../use-cases/choose-mail';
import { issueRevision } from '../use-cases/issue-revision';
import { readNotices } from '../use-cases/read-notices';
import { tell } from '../use-cases/tell';
import { inboxFor, unreadCount } from './inbox';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const ALL = { unreadOnly: false, documentId: null, before: null };

function say(event: Partial<NoticeEvent> & Pick<NoticeEvent, 'kind' | 'to'>): void {
  const whole: NoticeEvent = { bodyId: BODY, documentId: null, data: {}, key: 'event', ...event };
  atomic(world.db, (tx) => tell(tx, world.clock.now(), whole));
}

function kindsSeen(person: Person): string[] {
  return inboxFor(world.runtime, world.actor(person), ALL).days.flatMap(({ groups }) =>
    groups.flatMap(({ entries }) => entries.map((entry) => entry.kind)),
  );
}

test('NO1 an issued revision stands in the inbox of the delegations, with the way to it', async () => {
  const documentId = await draftStatement(world);
  accepted(await issueRevision(world.runtime, world.actor('secretariat'), { documentId }));
  const inbox = inboxFor(world.runtime, world.actor('indonesia'), ALL);
  expect(inbox.unread).toBe(1);
  expect(inbox.days).toMatchObject([
    {
      day: '2019-04-22',
      groups: [
        {
          document: { id: documentId },
          entries: [{ kind: 'revisionIssued', href: `/documents/${documentId}/versions/1` }],
        },
      ],
    },
  ]);
  expect(kindsSeen('secretariat')).toEqual([]);
  // A draft is not the observers'.
  expect(kindsSeen('observer')).toEqual([]);
  expect(kindsSeen('stranger')).toEqual([]);
});

test('NO4 what a person may no longer know of is neither shown nor counted', async () => {
  const documentId = await draftStatement(world);
  atomic(world.db, (tx) =>
    changeProcedure(tx, documentId, 0, { state: 'negotiation', pensDownAt: null, pensDownBy: null }),
  );
  say({ kind: 'readingOpened', documentId, key: 'r', to: { roles: ['delegate'] } });
  say({
    kind: 'proposalAwaitsRelease',
    documentId,
    key: 'p',
    to: { roles: ['delegate'], countries: ['PH'] },
  });
  expect(kindsSeen('philippines').sort()).toEqual(['proposalAwaitsRelease', 'readingOpened']);
  const mine = eq(appointments.userId, userIdOf('philippines'));
  // The same person, for another delegation: its own notices of the old ring stay behind.
  world.db.update(appointments).set({ country: 'MY' }).where(mine).run();
  expect(kindsSeen('philippines')).toEqual(['readingOpened']);
  expect(unreadCount(world.runtime, world.actor('philippines'))).toBe(1);
  world.db.update(appointments).set({ to: '2019-04-22T02:00:00.000Z' }).where(mine).run();
  expect(kindsSeen('philippines')).toEqual([]);
  expect(unreadCount(world.runtime, world.actor('philippines'))).toBe(0);
});

test('NO1 reading is of one’s own notices only', async () => {
  say({ kind: 'readingOpened', to: { roles: ['delegate'] } });
  const [day] = inboxFor(world.runtime, world.actor('philippines'), ALL).days;
  const id = day?.groups[0]?.entries[0]?.id ?? '';
  await readNotices(world.runtime, world.actor('thaiDelegate'), [id]);
  expect(unreadCount(world.runtime, world.actor('philippines'))).toBe(1);
  await readNotices(world.runtime, world.actor('philippines'), [id]);
  expect(unreadCount(world.runtime, world.actor('philippines'))).toBe(0);
  expect(inboxFor(world.runtime, world.actor('philippines'), { ...ALL, unreadOnly: true }).days).toEqual([]);
});

test('NO4 pages of an inbox follow each other without a gap or a repetition', () => {
  for (let index = 0; index < 150; index += 1) {
    if (index % 7 === 0) world.clock.advance(1);
    say({ kind: 'readingOpened', key: `event ${index}`, to: { roles: ['delegate'] } });
  }
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page = inboxFor(world.runtime, world.actor('philippines'), { ...ALL, before });
    seen.push(
      ...page.days.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries.map(({ id }) => id))),
    );
    before = page.older;
  } while (before !== null);
  expect(new Set(seen).size).toBe(150);
  expect(seen).toHaveLength(150);
});

test('NO8 a choice that a kind does not have is refused, and nothing of it kept', async () => {
  const actor = world.actor('philippines');
  expect(await chooseMail(world.runtime, actor, { digest: 'atOnce' })).toMatchObject({ rule: 'NO8' });
  expect(await chooseMail(world.runtime, actor, { mailFailed: 'atOnce' })).toMatchObject({ rule: 'NO8' });
  expect(await chooseMail(world.runtime, actor, { nonsense: 'never' })).toMatchObject({ rule: 'NO8' });
  const halfGood = { documentAdopted: 'never', nonsense: 'never' };
  expect(await chooseMail(world.runtime, actor, halfGood)).toMatchObject({ rule: 'NO8' });
  expect([...mailChoicesOf(world.db, actor.userId)]).toEqual([]);
  expect(await chooseMail(world.runtime, actor, { documentAdopted: 'digest' })).toEqual({
    ok: true,
    value: true,
  });
});
