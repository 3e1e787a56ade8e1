import { afterEach, beforeEach, expect, test } from 'vitest';
import { enter, openRound, SKILLS } from '../tests/brainstorm';
import { accepted } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { closeBrainstorm } from '../use-cases/brainstorm-closing';
import { openRounds } from './open-rounds';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const seen = (person: Person) =>
  openRounds(world.runtime, world.actor(person)).map(({ id, own }) => [id, own] as const);

test('BS6 BS23 a delegation is shown the rounds it may answer, with how many of its own stand', async () => {
  const later = await openRound(world, { isHidden: false });
  const soon = await openRound(world, { closesAt: '2019-05-10T17:00' });
  await enter(world, soon, 'indonesia', SKILLS);
  expect(seen('indonesia')).toEqual([
    [soon, 1],
    [later, 0],
  ]);
  expect(seen('philippines')).toEqual([
    [soon, 0],
    [later, 0],
  ]);
  for (const person of ['secretariat', 'observer', 'reviewer', 'auditor', 'stranger'] as const)
    expect([person, seen(person)]).toEqual([person, []]);
  world.clock.set('2019-05-10T10:00:00.000Z');
  expect(seen('indonesia')).toEqual([[later, 0]]);
  accepted(await closeBrainstorm(world.runtime, world.actor('chair'), { roundId: later }));
  expect(seen('indonesia')).toEqual([]);
});
