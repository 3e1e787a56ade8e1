import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeAudit } from '../../../db/audit-log';
import { appointments } from '../../../db/schema/bodies';
import { userSessions } from '../../../db/schema/people';
import { logAuthors } from '../../../db/update-log';
import { firstBreak } from '../../../domain/audit/chain';
import { accepted } from '../../tests/outcome';
import { type Person, userIdOf } from '../../tests/world';
import { takeVersion } from '../../use-cases/take-version';
import { RawClient, type StockClient, stockClient, until, wordsOf, write } from '../tests/clients';
import { createSyncWorld, DOCUMENT, ORIGIN, type SyncWorld } from '../tests/sync-world';

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

describe('the clock jumps', () => {
  let world: SyncWorld;
  const clients: StockClient[] = [];

  beforeEach(async () => {
    world = await createSyncWorld({ sweepMs: 30 });
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

  it('SY6 a year on and an hour back: edits keep the order of the log, and the trail keeps both times', async () => {
    const writer = await join('indonesia');
    const reader = await join('secretariat');
    for (const [index, jump] of [0, YEAR, -YEAR - HOUR, HOUR].entries()) {
      world.world.clock.advance(jump);
      write(writer.doc, `clause ${index}`);
      await until(() => writer.heard.acknowledged.at(-1)?.position === index + 1, `clause ${index}`);
      const version = { documentId: DOCUMENT, name: `After ${index}` };
      accepted(await takeVersion(world.world.runtime, world.world.actor('secretariat'), version));
    }
    await until(() => wordsOf(reader.doc).length === 4);
    expect(wordsOf(reader.doc)).toEqual(['clause 0', 'clause 1', 'clause 2', 'clause 3']);
    expect(writer.heard.refused).toEqual([]);
    const rows = logAuthors(world.world.db, DOCUMENT, 0, 4);
    expect(rows.map(({ position, at }) => [position, at])).toEqual([
      [1, '2019-04-22T02:00:00.000Z'],
      [2, '2020-04-21T02:00:00.000Z'],
      [3, '2019-04-22T01:00:00.000Z'],
      [4, '2019-04-22T02:00:00.000Z'],
    ]);
    const events = [...wholeAudit(world.world.db)];
    expect(firstBreak(events)).toBeNull();
    expect(events.map(({ at }) => at)).toEqual(rows.map(({ at }) => at));
  });

  it('SY11 SY12 carets move on after the clock went back, and nobody is taken for dead', async () => {
    const writer = await join('indonesia');
    const reader = await join('reviewer');
    const caretOf = () => reader.provider.awareness.getStates().get(writer.doc.clientID)?.cursor;
    for (const jump of [0, YEAR, -YEAR - HOUR]) {
      world.world.clock.advance(jump);
      const place = { type: null, tname: 'default', item: null, assoc: jump > 0 ? 0 : -1 };
      writer.provider.awareness.setLocalStateField('cursor', { anchor: place, head: place });
      await until(() => caretOf()?.head?.assoc === place.assoc, `the caret after ${jump}`);
    }
    expect(writer.provider.wsconnected && reader.provider.wsconnected).toBe(true);
  });

  it('SY14 what runs out within the jump ends at once: a session, a role; what does not goes on', async () => {
    const { db, clock } = world.world;
    db.update(userSessions)
      .set({ expiresAt: '2019-12-31T00:00:00.000Z' })
      .where(eq(userSessions.id, 'session_indonesia'))
      .run();
    db.update(appointments)
      .set({ to: '2019-12-31T00:00:00.000Z' })
      .where(eq(appointments.userId, userIdOf('thaiDelegate')))
      .run();
    const session = new RawClient(world, { cookie: 'person=indonesia', origin: ORIGIN });
    await until(() => session.frames.length > 0);
    const role = await join('thaiDelegate');
    const lasting = await join('philippines');
    clock.advance(YEAR);
    await until(() => session.close !== null && role.closed.length === 1);
    expect([session.close?.code, role.closed[0]?.code]).toEqual([4401, 4403]);
    clock.advance(-YEAR - HOUR);
    write(lasting.doc, 'still here');
    await until(() => lasting.heard.acknowledged.at(-1)?.position === 1);
  });
});
