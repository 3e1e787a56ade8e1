import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDocument } from '../../db/documents';
import { lastPosition } from '../../db/update-log';
import { accepted } from '../tests/outcome';
import { ITEM, MEETING, type Person } from '../tests/world';
import { breakSilence } from '../use-cases/break-silence';
import { readAhead } from '../use-cases/standing-text';
import { startSilence } from '../use-cases/start-silence';
import { type StockClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './tests/sync-world';

describe('a text under silence in open rooms', () => {
  let world: SyncWorld;
  const clients: StockClient[] = [];

  beforeEach(async () => {
    world = await createSyncWorld();
    world.setState('negotiation');
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await world.close();
  });

  async function join(person: Person): Promise<StockClient> {
    const client = stockClient(world, person);
    clients.push(client);
    await until(() => client.provider.synced, `${person} synced`);
    return client;
  }

  const position = () => lastPosition(world.world.db, DOCUMENT);

  async function start(): Promise<string> {
    const { runtime, db } = world.world;
    const started = await startSilence(runtime, world.world.actor('chair'), {
      documentId: DOCUMENT,
      endsAt: '2019-04-26T10:00',
      zone: 'Asia/Bangkok',
      verb: 'adopted',
      wording: 'The SOM adopted the Statement by silence procedure.',
      meetingId: MEETING,
      agendaItemId: ITEM,
      hash: (await readAhead(runtime, DOCUMENT)).hash,
      stateSeq: findDocument(db, DOCUMENT)?.stateSeq ?? -1,
    });
    return accepted(started).runId;
  }

  it('SP15 from the instant it begins no socket changes a letter, told or not; after it is broken the table writes again', async () => {
    const writer = await join('secretariat');
    const reader = await join('indonesia');
    write(writer.doc, 'in time');
    await until(() => position() === 1 && wordsOf(reader.doc).length === 1);
    const runId = await start();
    // The room has not been told yet: the commit itself refuses.
    write(writer.doc, 'too late');
    await until(() => writer.heard.refused.length === 1);
    expect(writer.heard.refused[0]).toMatchObject({ rule: 'PO3' });
    expect(position()).toBe(1);
    world.sync.live.reviewDocument(DOCUMENT);
    const late = await join('chair');
    expect(late.heard.states.at(-1)).toMatchObject({ mayEdit: false, why: 'PO3' });
    write(late.doc, 'from the chair');
    await until(() => late.heard.refused.length === 1);
    expect(position()).toBe(1);
    expect(wordsOf(reader.doc)).toEqual(wordsOf((await join('reviewer')).doc));

    accepted(
      await breakSilence(world.world.runtime, world.world.actor('indonesia'), {
        runId,
        kind: 'objection',
        text: 'We cannot join.',
        receipt: 'receipt-of-one-form',
      }),
    );
    world.sync.live.reviewDocument(DOCUMENT);
    const again = await join('secretariat');
    write(again.doc, 'after it was broken');
    await until(() => position() === 2);
  });
});
