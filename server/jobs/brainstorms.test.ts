import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRound } from '../../db/brainstorm';
import { mailInState, setMailDomain } from '../../db/outbox';
import { noticeSentence } from '../../messages/notice-sentence';
import { deadlineCalendar } from '../mail/calendar';
import { readAudit } from '../queries/audit';
import { inboxFor } from '../queries/inbox';
import { enter, openRound, SKILLS } from '../tests/brainstorm';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, MEETING, type Person, type World } from '../tests/world';
import { closeBrainstorm, moveClose } from '../use-cases/brainstorm-closing';
import { enterInput } from '../use-cases/brainstorm-inputs';
import { openBrainstorm } from '../use-cases/brainstorm-round';
import { lookAfterBrainstorms } from './brainstorms';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

/** A hidden round that closes on 10 May 2019 at 17:00 at the seat. */
const CLOSES = '2019-05-10T10:00:00.000Z';
const opened = () => openRound(world, { closesAt: '2019-05-10T17:00' });

function entries(person: Person) {
  return inboxFor(world.runtime, world.actor(person), { unreadOnly: false, documentId: null, before: null })
    .days.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
    .filter(({ kind }) => kind.startsWith('brainstorm'));
}
const told = (person: Person) => entries(person).map(({ kind }) => kind.slice('brainstorm'.length));
const at = (instant: string) => {
  world.clock.set(instant);
  return lookAfterBrainstorms(world.runtime);
};
const move = (roundId: string, closesAt: string, seen: string | null = CLOSES, person: Person = 'chair') =>
  moveClose(world.runtime, world.actor(person), { roundId, closesAt, seen });

test('BS24 its opening is told to whoever works in it, its close to the whole table, never to whoever did it', async () => {
  const roundId = await opened();
  expect(told('secretariat')).toEqual([]);
  for (const person of ['chair', 'indonesia', 'philippines', 'thaiDelegate'] as const)
    expect([person, told(person)]).toEqual([person, ['Opened']]);
  for (const person of ['observer', 'reviewer', 'stranger', 'auditor', 'administrator'] as const)
    expect([person, told(person)]).toEqual([person, []]);
  const [first] = entries('indonesia');
  expect(first?.href).toBe(`/brainstorm/${roundId}`);
  expect(noticeSentence('en', 'brainstormOpened', first?.data ?? {}, [])).toBe(
    '“Challenges and proposals” is open until 10 May 2019 at 17:00 GMT+7. Your delegation may enter challenges and proposals.',
  );
  accepted(await closeBrainstorm(world.runtime, world.actor('chair'), { roundId }));
  expect(told('chair')).toEqual(['Opened']);
  for (const person of ['secretariat', 'observer', 'reviewer'] as const)
    expect([person, told(person)]).toEqual([person, ['Closed']]);
});

test('BS24 a week before and a day before, each once, also after a restart; of those missed only the last', async () => {
  const roundId = await opened();
  expect(at('2019-05-03T09:59:00.000Z')).toBe(0);
  expect(at('2019-05-03T10:00:00.000Z')).toBe(1);
  expect(at('2019-05-03T10:00:15.000Z')).toBe(0);
  expect(at('2019-05-09T10:00:00.000Z')).toBe(1);
  expect(at('2019-05-09T11:00:00.000Z')).toBe(0);
  expect(told('philippines')).toEqual(['Closing', 'Closing', 'Opened']);
  // Another close is reminded of anew; its week has passed when nobody served.
  accepted(await move(roundId, '2019-05-20T17:00'));
  expect(at('2019-05-19T12:00:00.000Z')).toBe(1);
  expect(at('2019-05-19T12:01:00.000Z')).toBe(0);
  expect(told('philippines')).toEqual(['Closing', 'Moved', 'Closing', 'Closing', 'Opened']);
});

test('BS24 a reminder whose hour had passed when the round opened is never due', async () => {
  await openRound(world, { closesAt: '2019-04-24T17:00' });
  expect(at('2019-04-22T03:00:00.000Z')).toBe(0);
  expect(at('2019-04-23T10:00:00.000Z')).toBe(1);
  expect(told('indonesia')).toEqual(['Closing', 'Opened']);
});

test('BS24 who is told of a move to three days ahead is not reminded of the week in the same minute', async () => {
  const roundId = await opened();
  at('2019-04-29T10:00:00.000Z');
  accepted(await move(roundId, '2019-05-02T17:00'));
  expect(at('2019-04-29T10:01:00.000Z')).toBe(0);
  expect(told('philippines')).toEqual(['Moved', 'Opened']);
  expect(at('2019-05-01T10:00:00.000Z')).toBe(1);
  expect(at('2019-05-01T10:01:00.000Z')).toBe(0);
  accepted(await move(roundId, '2019-05-02T09:00', '2019-05-02T10:00:00.000Z'));
  expect(at('2019-05-01T10:02:00.000Z')).toBe(0);
  expect(told('philippines')).toEqual(['Moved', 'Closing', 'Moved', 'Opened']);
});

test('BS23 BS4 it closes as from its instant, also where nobody served then; from then on it takes nothing', async () => {
  const roundId = await opened();
  await enter(world, roundId, 'indonesia', SKILLS);
  world.clock.set(CLOSES);
  const said = { roundId, kind: 'challenge', words: 'Late.', language: 'en', tags: [] };
  expect(await enterInput(world.runtime, world.actor('philippines'), said)).toEqual({
    ok: false,
    rule: 'BS4',
    detail: { closedAt: CLOSES },
  });
  expect(ruleOf(await move(roundId, '2019-06-10T17:00'))).toBe('BS4');
  expect(at('2019-05-12T00:00:00.000Z')).toBe(1);
  expect(findRound(world.db, roundId)?.closedAt).toBe(CLOSES);
  expect(at('2019-05-12T00:01:00.000Z')).toBe(0);
  for (const person of ['chair', 'indonesia'] as const)
    expect([person, told(person)]).toEqual([person, ['Closed', 'Opened']]);
  const { events } = accepted(await readAudit(world.runtime, world.actor('auditor'), {}));
  expect(events.find(({ kind }) => kind === 'brainstorm.closed')).toMatchObject({
    actorName: 'Brainstorm',
    data: { inputs: 1, closedAt: CLOSES },
  });
  expect(() => world.raw('UPDATE brainstorm_rounds SET closedAt = NULL')).toThrow('BS4');
});

test('BS23 BS19 its instant lies ahead, and is moved by chair and secretariat from a page that shows it', async () => {
  const asked = { bodyId: BODY, meetingId: MEETING, title: 'A round', tags: [], isHidden: true, dots: 0 };
  const open = (closesAt: string) =>
    openBrainstorm(world.runtime, world.actor('chair'), { ...asked, closesAt });
  expect(await open('2019-04-22T09:00')).toMatchObject({ rule: 'BS23', detail: { field: 'closesAt' } });
  for (const bad of ['', 'tomorrow', '2019-02-30T10:00', CLOSES])
    expect(await open(bad)).toMatchObject({ rule: 'BO10', detail: { field: 'closesAt' } });
  const roundId = await opened();
  expect(ruleOf(await move(roundId, '2019-06-10T17:00', CLOSES, 'indonesia'))).toBe('PO4');
  expect(ruleOf(await move(roundId, '2019-06-10T17:00', CLOSES, 'stranger'))).toBe('PO1');
  expect(ruleOf(await move(roundId, '2019-06-10T17:00', null))).toBe('BS19');
  expect(ruleOf(await move(roundId, '2019-04-01T17:00'))).toBe('BS23');
  accepted(await move(roundId, '2019-06-10T17:00'));
  expect(findRound(world.db, roundId)?.closesAt).toBe('2019-06-10T10:00:00.000Z');
});

test('BS24 BS6 nobody can tell from inbox or mail whether anything was entered', async () => {
  const lives = async (enters: boolean) => {
    const of = createWorld();
    try {
      setMailDomain(of.db, 'example.org');
      const roundId = await openRound(of, { closesAt: '2019-05-10T17:00' });
      of.clock.advance(60);
      if (enters) await enter(of, roundId, 'indonesia', 'SECRET');
      for (const instant of ['2019-05-03T10:00:00.000Z', '2019-05-09T10:00:00.000Z', CLOSES]) {
        of.clock.set(instant);
        lookAfterBrainstorms(of.runtime);
      }
      const seen = (['philippines', 'thaiDelegate', 'indonesia', 'observer'] as const).map((person) =>
        inboxFor(of.runtime, of.actor(person), { unreadOnly: false, documentId: null, before: null }),
      );
      const mail = mailInState(of.db, 'waiting').map(({ userId, kind, dueAt }) => [userId, kind, dueAt]);
      return JSON.stringify([seen, mail])
        .replaceAll(roundId, 'round')
        .replace(/ntc_\w+/g, 'notice');
    } finally {
      of.close();
    }
  };
  const full = await lives(true);
  expect(full).toContain('brainstormClosing');
  expect(full).toBe(await lives(false));
});

test('NO13 an open round that says when it closes goes into a calendar', async () => {
  const roundId = await opened();
  const [entry] = entries('indonesia');
  const file = () =>
    entry === undefined
      ? null
      : deadlineCalendar(world.db, 'en', 'https://mufakat.example.org', { ...entry, document: null });
  expect(file()?.content).toContain('DTSTART:20190510T100000Z');
  accepted(await move(roundId, '2019-05-20T17:00'));
  expect(file()?.content).toContain('DTSTART:20190520T100000Z');
  expect(file()?.content).toContain('SEQUENCE:1');
  accepted(await closeBrainstorm(world.runtime, world.actor('chair'), { roundId }));
  const told = entries('indonesia').find(({ kind }) => kind === 'brainstormClosed');
  const cancelled =
    told === undefined
      ? null
      : deadlineCalendar(world.db, 'en', 'https://mufakat.example.org', { ...told, document: null });
  expect(cancelled?.method).toBe('CANCEL');
  for (const line of ['STATUS:CANCELLED', 'SEQUENCE:2', 'DTSTART:20190520T100000Z', 'METHOD:CANCEL'])
    expect(cancelled?.content).toContain(line);
  expect(cancelled?.content).toContain(`UID:${roundId}@`);
});

test('NO13 a round that closed at its instant, or named none, takes nothing out of a calendar', async () => {
  await opened();
  at(CLOSES);
  const unnamed = await openRound(world);
  accepted(await closeBrainstorm(world.runtime, world.actor('chair'), { roundId: unnamed }));
  const closed = entries('indonesia').filter(({ kind }) => kind === 'brainstormClosed');
  expect(closed).toHaveLength(2);
  for (const entry of closed)
    expect(
      deadlineCalendar(world.db, 'en', 'https://mufakat.example.org', { ...entry, document: null }),
    ).toBeNull();
});
