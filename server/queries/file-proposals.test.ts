import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftStatement } from '../tests/adopted';
import { added, broughtForProposals } from '../tests/brought-for-proposals';
import { accepted } from '../tests/outcome';
import { createWorld, type World } from '../tests/world';
import { getFileProposals } from './file-proposals';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
  world.raw(`update documents set state = 'negotiation' where id = '${documentId}'`);
  const { bring, file } = broughtForProposals(world, documentId);
  accepted(await bring(await file(added('REQUEST the Secretariat to report.', ' Soon.'))));
});
afterEach(() => world.close());

test('IM21 IM22 a good file that is not read just now, for others are, is no file that nothing can be made of', async () => {
  const userId = world.actor('indonesia').userId;
  const places = [world.runtime.imports.enter(userId), world.runtime.imports.enter(userId)].map(accepted);
  const busy = accepted(await getFileProposals(world.runtime, world.actor('indonesia'), documentId));
  expect(busy).toMatchObject({ isBusy: true, asked: { ok: false, rule: 'IM21' } });
  expect(busy.pending?.fileName).toBe('Capital.docx');
  for (const leave of places) leave();
  const free = accepted(await getFileProposals(world.runtime, world.actor('indonesia'), documentId));
  expect(free).toMatchObject({ isBusy: false, asked: { ok: true } });
});

test('IM17 a file that was taken away from here is known as ours, with the comments in it', async () => {
  const { pending } = accepted(await getFileProposals(world.runtime, world.actor('indonesia'), documentId));
  expect(pending?.findings).toMatchObject({ isOwn: true, comments: 0 });
});
