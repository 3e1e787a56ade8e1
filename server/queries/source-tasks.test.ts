import { afterEach, beforeEach, expect, test } from 'vitest';
import { adoptInTheRoom, draftStatement, readyToAdopt, STATEMENT } from '../tests/adopted';
import { closedRound } from '../tests/brainstorm';
import { accepted } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { decideOutcome } from '../use-cases/decide-outcome';
import { linkSource } from '../use-cases/link-source';
import { writeText } from '../use-cases/write-text';
import { sourceTasks } from './source-tasks';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const tasks = async (person: Person) =>
  (await sourceTasks(world.runtime, world.actor(person))).map(({ kind, count }) => `${count} ${kind}`);

test('BS18 chair and secretariat are told what they have yet to say of inputs and clauses, nobody else is', async () => {
  const { inputIds } = await closedRound(world);
  const documentId = await draftStatement(world);
  expect(await tasks('chair')).toEqual(['3 undecided']);
  const link = { documentId, clauseId: 'c_3', inputId: inputIds[0], relation: 'takenUp' };
  accepted(await linkSource(world.runtime, world.actor('chair'), link));
  for (const person of ['chair', 'secretariat'] as const)
    expect([person, await tasks(person)]).toEqual([person, ['2 undecided', '2 unsourced']]);
  for (const person of ['indonesia', 'reviewer', 'observer', 'auditor', 'administrator', 'stranger'] as const)
    expect([person, await tasks(person)]).toEqual([person, []]);
  // What is decided is not asked for again, nor what stands in no text because nobody took it up.
  const said = { inputIds: inputIds.slice(1), documentId, outcome: 'notTakenUp', reason: 'Another meeting.' };
  accepted(await decideOutcome(world.runtime, world.actor('chair'), said));
  expect(await tasks('chair')).toEqual(['2 unsourced']);
  // A clause goes, and with it what the input had to show.
  const content = (STATEMENT.content ?? []).filter(({ attrs }) => attrs?.id !== 'c_3');
  const text = { ...STATEMENT, content };
  accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
  expect(await tasks('chair')).toEqual(['2 unsourced', '1 lost']);
});

test('BS16 of a final text nothing is asked', async () => {
  const { inputIds } = await closedRound(world);
  const documentId = await draftStatement(world);
  const link = { documentId, clauseId: 'c_3', inputId: inputIds[0], relation: 'takenUp' };
  accepted(await linkSource(world.runtime, world.actor('chair'), link));
  accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
  expect(await tasks('secretariat')).toEqual(['2 undecided']);
});
