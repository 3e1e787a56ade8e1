import { afterEach, beforeEach, expect, test } from 'vitest';
import { negotiatedStatement, shownNow } from '../tests/negotiation';
import { accepted } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { takePosition } from '../use-cases/take-position';
import { negotiations } from './negotiations';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
});
afterEach(() => world.close());

async function reserve(ring: 'delegation' | 'tabled') {
  world.clock.advance(1);
  const on = await shownNow(world, documentId, 'c_3');
  const said = { documentId, on, stance: 'reserves', ring, note: '' };
  accepted(await takePosition(world.runtime, world.actor('indonesia'), said));
}

/** Who reserves on which clauses of which texts, as this person is told on the home page. */
async function told(person: Person) {
  const texts = await negotiations(world.runtime, world.actor(person));
  return texts.map(({ document, clauses }) => [
    document.id,
    ...clauses.flatMap(({ id, reserves }) => reserves.map((code) => `${code} ${id}`)),
  ]);
}

test('PS28 everybody is told who waits for whom in every text that is negotiated, and in no other', async () => {
  await reserve('tabled');
  for (const person of ['philippines', 'chair', 'secretariat', 'reviewer', 'observer'] as const)
    expect([person, await told(person)]).toEqual([person, [[documentId, 'ID c_3']]]);
  world.raw(`update documents set state = 'circulated' where id = '${documentId}'`);
  expect(await told('philippines')).toEqual([]);
});

test('PS4 what a delegation keeps to itself is told to nobody else', async () => {
  await reserve('delegation');
  for (const person of ['philippines', 'chair', 'secretariat', 'reviewer'] as const)
    expect([person, await told(person)]).toEqual([person, [[documentId]]]);
});
