import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanView, compilationView } from '../queries/text-views';
import type { Runtime } from '../runtime';
import { negotiatedStatement } from '../tests/negotiation';
import { accepted } from '../tests/outcome';
import { BODY, createWorld, type Person, textOf, type World } from '../tests/world';
import { backProposal } from '../use-cases/back-proposal';
import { beginProposal } from '../use-cases/begin-proposal';
import { appendEdit } from '../use-cases/edit-ahead';
import { tableProposal } from '../use-cases/table-proposal';
import { readyTexts } from './ready-texts';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
});
afterEach(() => world.close());

async function propose(person: Person, words: string, isTabled: boolean): Promise<string> {
  const actor = world.actor(person);
  const place = { documentId, kind: 'replace', clauseId: 'c_3', otherClauseId: null } as const;
  const { proposalId } = accepted(await beginProposal(world.runtime, actor, place));
  const [clause] = textOf(['operative', words]).content ?? [];
  const text = { type: 'doc', content: [{ ...clause, attrs: { id: 'c_3', level: 1 } }] };
  const room = { document: { id: proposalId, bodyId: BODY }, actor, at: world.clock.now() };
  appendEdit(world.db, room, JSON.stringify(text));
  if (isTabled) accepted(await tableProposal(world.runtime, actor, { proposalId }));
  return proposalId;
}

test('what is made ready is what a page asks for, so that the worker remembers it', async () => {
  const tabled = await propose('indonesia', 'DECIDE to move forward;', true);
  await propose('philippines', 'RESOLVE to move forward;', true);
  await propose('philippines', 'A draft of one delegation;', false);
  const backing = { proposalId: tabled, kind: 'cosponsor' } as const;
  accepted(await backProposal(world.runtime, world.actor('philippines'), backing));
  const compile = vi.fn(world.runtime.texts.compile);
  const runtime: Runtime = { ...world.runtime, texts: { ...world.runtime.texts, compile } };
  expect(await readyTexts(runtime)).toBe(1);
  const view = accepted(await compilationView(runtime, world.actor('reviewer'), documentId));
  expect(compile).toHaveBeenCalledTimes(2);
  expect(compile.mock.calls[0]).toEqual(compile.mock.calls[1]);
  expect(compile.mock.calls[0]?.[1].map(({ countries }) => countries)).toEqual([['ID', 'PH'], ['PH']]);
  expect(view.open.brackets).toBeGreaterThan(0);
});

test('a text on which nothing lies, and one that is asked for by nobody, cost nothing', async () => {
  const compile = vi.fn(world.runtime.texts.compile);
  const runtime: Runtime = { ...world.runtime, texts: { ...world.runtime.texts, compile } };
  await propose('indonesia', 'A draft of one delegation;', false);
  expect(await readyTexts(runtime)).toBe(0);
  expect(compile).not.toHaveBeenCalled();
  accepted(await cleanView(runtime, world.actor('reviewer'), documentId));
});
