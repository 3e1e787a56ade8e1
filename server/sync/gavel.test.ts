import { afterAll, afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { findDecision } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { lastPosition } from '../../db/update-log';
import { lastRevisionHead, versionText } from '../../db/versions';
import { textHash } from '../../domain/text/canonical';
import type { Runtime } from '../runtime';
import { draftStatement, readyToAdopt } from '../tests/adopted';
import { accepted } from '../tests/outcome';
import { standingJson } from '../tests/tabled';
import type { Person, World } from '../tests/world';
import { adoptDocument } from '../use-cases/adopt-document';
import { findAdoption } from '../use-cases/find-adoption';
import { setPens } from '../use-cases/set-pens';
import { RawClient, until, wordsOf, write } from './tests/clients';
import { below, oneOf, randomOf } from './tests/random';
import { createSyncWorld, type SyncWorld } from './tests/sync-world';

/*
 * §10: concurrent gavel and edit, exactly one wins. Delegates type in a real room while pens go down and up and the gavel
 * falls; a seed chooses the order of acts, and none waits for the one before it. Whatever the machine makes of it, each
 * edit is either acknowledged and in the text, or refused and absent; and the text that was adopted is the one that was
 * found, or nothing was adopted.
 */
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const TYPISTS: readonly Person[] = ['secretariat', 'chair', 'indonesia'];

let sync: SyncWorld;
const clients: RawClient[] = [];
const outcomes = { adopted: 0, refused: 0, written: 0 };
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await sync.close();
});

it.each(SEEDS)('§10 PR4 PR14 PR15 SY10 gavel and edits at once: exactly one wins (seed %i)', async (seed) => {
  const random = randomOf(seed);
  sync = await createSyncWorld();
  const runtime: Runtime = { ...sync.world.runtime, live: sync.sync.live };
  const world: World = { ...sync.world, runtime };
  const documentId = await draftStatement(world);
  const typists = await Promise.all(TYPISTS.map((person) => join(person, documentId)));
  const command = await readyToAdopt(world, documentId);
  const { findingId } = accepted(await findAdoption(runtime, world.actor('chair'), command));

  const sent: { word: string; by: RawClient }[] = [];
  const type = () => {
    const by = oneOf(random, typists);
    const word = `zz${seed}x${sent.length}`;
    sent.push({ word, by });
    // Each on the text as the room began, so that no edit lacks the past of one that was refused.
    const doc = by.doc;
    const before = Y.encodeStateVector(doc);
    write(doc, word);
    by.update(Y.encodeStateAsUpdate(doc, before));
  };
  const pens = (down: boolean) => setPens(runtime, world.actor('chair'), { documentId, down });
  const gavel = () => adoptDocument(runtime, world.actor('secretariat'), { documentId, findingId });
  const acts: (() => unknown)[] = [type, type, type];
  if (random() < 0.6) acts.splice(below(random, 3), 0, () => pens(false));
  const falls: ReturnType<typeof gavel>[] = [];
  acts.splice(below(random, acts.length + 1), 0, () => void falls.push(gavel()));
  const under: unknown[] = [];
  for (const act of acts) {
    under.push(act());
    if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve));
  }
  const [fallen] = await Promise.all(falls);
  await Promise.all(under);
  if (fallen === undefined) throw new Error('no gavel fell');
  await until(() => typists.every((typist) => isAnswered(typist, sent)), 'an answer to each edit');

  const text = JSON.stringify(await standingJson(world, documentId));
  const isAdopted = findDocument(world.db, documentId)?.state === 'adopted';
  expect(fallen.ok).toBe(isAdopted);
  expect(findDecision(world.db, documentId) !== null).toBe(isAdopted);
  const entered = sent.filter(({ word }) => text.includes(word));
  expect(lastPosition(world.db, documentId) > command.position).toBe(entered.length > 0);
  // One of both: words that nobody had been shown, or the gavel.
  if (isAdopted) {
    expect(entered).toEqual([]);
    expect(textHash(JSON.parse(text))).toBe(command.hash);
    const head = lastRevisionHead(world.db, documentId);
    expect([head?.hash, textHash(JSON.parse(versionText(world.db, head?.id ?? '') ?? '{}'))]).toEqual([
      command.hash,
      command.hash,
    ]);
  }
  for (const typist of typists) {
    const own = entered.filter(({ by }) => by === typist).length;
    if (typist.close === null)
      expect(dealtWith(typist) - typist.refused.length, 'dealt with and not refused').toBe(own);
  }
  outcomes[isAdopted ? 'adopted' : 'refused'] += 1;
  if (entered.length > 0) outcomes.written += 1;
});

afterAll(() => {
  // Either may win, and both have.
  expect(Math.min(...Object.values(outcomes)), JSON.stringify(outcomes)).toBeGreaterThan(0);
});

async function join(person: Person, documentId: string): Promise<RawClient> {
  const client = await RawClient.open(sync, person, documentId);
  clients.push(client);
  await until(() => wordsOf(client.doc).length > 0, `${person} has the text`);
  return client;
}

/** How many updates of a typist the server has dealt with: what it says counts from the beginning, refused ones too. */
function dealtWith({ acknowledged }: RawClient): number {
  return acknowledged.at(-1)?.count ?? 0;
}

/** Whether a typist knows of each edit: acknowledged, refused, or put out of the room by the adoption. */
function isAnswered(typist: RawClient, sent: readonly { readonly by: RawClient }[]): boolean {
  const own = sent.filter(({ by }) => by === typist).length;
  return typist.close !== null || dealtWith(typist) >= own;
}
