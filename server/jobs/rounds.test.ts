import { afterEach, beforeEach, expect, test } from 'vitest';
import { findReturnOf } from '../../db/rounds';
import { calendarFile } from '../../domain/notices/ics';
import { roundEvent } from '../../messages/round-event';
import { inboxFor } from '../queries/inbox';
import { deadlineOfRound } from '../queries/round-deadline';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { fillReturn } from '../use-cases/fill-return';
import { submitReturn } from '../use-cases/return-steps';
import { changeWindow } from '../use-cases/rounds';
import { lookAfterRounds } from './rounds';

let world: World;
let plan: MonitoredPlan;
let roundId: string;
beforeEach(async () => {
  world = createWorld();
  plan = await monitoredPlan(world);
  roundId = await openedRound(world, plan);
});
afterEach(() => world.close());

const told = (person: Person) =>
  inboxFor(world.runtime, world.actor(person), { unreadOnly: false, documentId: null, before: null })
    .days.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))
    .flatMap(({ kind }) => (kind.startsWith('return') ? [kind] : []));
const at = (instant: string) => {
  world.clock.set(instant);
  return lookAfterRounds(world.runtime);
};

test('MO32 a week before, a day before and once it is closed, each once; who submitted is left in peace', async () => {
  expect(at('2019-06-20T00:00:00.000Z')).toBe(0);
  expect(at('2019-06-24T00:00:00.000Z')).toBe(5);
  // As after a restart.
  expect(at('2019-06-24T00:01:00.000Z')).toBe(0);
  const indicatorId = await addIndicator(world, plan, 'A.1');
  const standing = () => findReturnOf(world.db, roundId, 'ID');
  const returnId = standing()?.id ?? '';
  const rows = [{ indicatorId, kind: 'value', value: 1, seen: '' }] as const;
  accepted(await fillReturn(world.runtime, world.actor('indonesia'), { returnId, rows }));
  const input = { returnId, rev: standing()?.rev ?? -1 };
  accepted(await submitReturn(world.runtime, world.actor('indonesia'), input));
  expect(at('2019-06-30T00:00:00.000Z')).toBe(4);
  expect(at('2019-07-10T00:00:00.000Z')).toBe(4);
  expect(at('2019-07-11T00:00:00.000Z')).toBe(0);
  expect(told('philippines')).toEqual(['returnOverdue', 'returnDue', 'returnDue']);
  expect(told('indonesia')).toEqual(['returnDue']);
  expect(told('secretariat')).toEqual(['returnSubmitted']);
  expect(told('stranger')).toEqual([]);
});

test('MO32 of reminders that were missed only the last goes out; a new close is reminded of anew', async () => {
  expect(at('2019-07-10T00:00:00.000Z')).toBe(5);
  expect(told('philippines')).toEqual(['returnOverdue']);
  accepted(
    await changeWindow(world.runtime, world.actor('secretariat'), {
      roundId,
      opensAt: '2019-05-01',
      closesAt: '2019-07-31',
      seen: { opensAt: '2019-04-30T17:00:00.000Z', closesAt: '2019-06-30T17:00:00.000Z' },
    }),
  );
  expect(at('2019-07-12T00:00:00.000Z')).toBe(0);
  expect(at('2019-07-25T00:00:00.000Z')).toBe(5);
});

test('NO13 the close of the window is a calendar entry whose sequence grows when it moves', async () => {
  const file = () =>
    calendarFile(
      roundEvent(
        'en',
        'https://mufakat.example.org',
        accepted(deadlineOfRound(world.runtime, world.actor('indonesia'), roundId)),
      ),
    );
  expect(deadlineOfRound(world.runtime, world.actor('stranger'), roundId)).toMatchObject({ rule: 'PO1' });
  expect(file()).toContain(`UID:${roundId}@mufakat.example.org`);
  expect(file()).toContain('DTSTART:20190630T170000Z');
  expect(file()).toContain('SEQUENCE:0');
  accepted(
    await changeWindow(world.runtime, world.actor('secretariat'), {
      roundId,
      opensAt: '2019-05-01',
      closesAt: '2019-07-31',
      seen: { opensAt: '2019-04-30T17:00:00.000Z', closesAt: '2019-06-30T17:00:00.000Z' },
    }),
  );
  expect(file()).toContain('DTSTART:20190731T170000Z');
  expect(file()).toContain('SEQUENCE:1');
});
