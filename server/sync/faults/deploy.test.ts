import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastPosition } from '../../../db/update-log';
import { schemaHash } from '../../../domain/text/schema';
import { stockClient, until, wordsOf, write } from '../tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from '../tests/sync-world';

let before: SyncWorld;
let after: SyncWorld;

beforeEach(async () => {
  before = await createSyncWorld();
  after = await createSyncWorld({ schemaHash: '0123456789abcdef' });
});

afterEach(async () => {
  await before.close();
  await after.close();
});

it('SY4 a deploy under open tabs: a tab of the old schema neither reads nor writes, and keeps what it could not send', async () => {
  const tab = stockClient(before, 'thaiDelegate', { connect: false });
  tab.provider.params = { schema: schemaHash() };
  tab.provider.connect();
  await until(() => tab.provider.synced);
  write(tab.doc, 'saved before the deploy');
  await until(() => lastPosition(before.world.db, DOCUMENT) === 1);
  tab.provider.disconnect();
  write(tab.doc, 'typed while the server was away');

  const fresh = stockClient(after, 'indonesia');
  await until(() => fresh.provider.synced);
  write(fresh.doc, 'written with the new schema');
  await until(() => lastPosition(after.world.db, DOCUMENT) === 1);
  const stale = stockClient(after, 'thaiDelegate', { doc: tab.doc, connect: false });
  stale.provider.params = { schema: schemaHash() };
  stale.provider.connect();
  await until(() => stale.closed.length === 1);

  expect(stale.closed[0]).toMatchObject({ code: 4409, reason: 'SY4' });
  expect([stale.provider.synced, stale.provider.shouldConnect]).toEqual([false, false]);
  expect(wordsOf(tab.doc)).toEqual(['saved before the deploy', 'typed while the server was away']);
  expect(stale.heard).toEqual({ acknowledged: [], refused: [], states: [] });
  expect(lastPosition(after.world.db, DOCUMENT)).toBe(1);
  expect(wordsOf(fresh.doc)).toEqual(['written with the new schema']);
  for (const client of [tab, fresh, stale]) client.provider.destroy();
});
