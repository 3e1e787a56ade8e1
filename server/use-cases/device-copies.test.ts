import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copiesAllowed } from '../../db/device-copies';
import { auditEvents } from '../../db/schema/audit';
import { getMeeting } from '../queries/meetings';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, MEETING, type Person, type World } from '../tests/world';
import { describeDocument } from './describe-document';
import { setDeviceCopies } from './set-device-copies';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

function set(person: Person, allowed: boolean) {
  return setDeviceCopies(world.runtime, world.actor(person), { meetingId: MEETING, allowed });
}

function actsOfCopies(): string[] {
  const events = world.db.select().from(auditEvents).all();
  return events.map((event) => event.kind).filter((kind) => kind.startsWith('meeting.copies'));
}

describe('copies on devices', () => {
  test('BO16 are allowed until the meeting forbids them, from that instant on', async () => {
    const before = world.clock.now();
    world.clock.advance(60);
    accepted(await set('secretariat', false));
    const forbidden = world.clock.now();
    world.clock.advance(60);
    accepted(await set('secretariat', true));
    const instants = [before, forbidden, world.clock.now()];
    expect(instants.map((at) => copiesAllowed(world.db, MEETING, at))).toEqual([true, false, true]);
    expect(copiesAllowed(world.db, null, forbidden)).toBe(true);
    expect(actsOfCopies()).toEqual(['meeting.copiesForbidden', 'meeting.copiesAllowed']);
  });

  test('PO4 the secretariat and administrators decide it; saying it twice is no second act', async () => {
    expect(ruleOf(await set('chair', false))).toBe('PO4');
    accepted(await set('administrator', false));
    accepted(await set('secretariat', false));
    expect(actsOfCopies()).toEqual(['meeting.copiesForbidden']);
    const seen = accepted(await getMeeting(world.runtime, world.actor('indonesia'), MEETING));
    expect(seen.deviceCopies).toEqual({ allowed: false, since: world.clock.now() });
  });

  test('BO16 every open room of the meeting is told', async () => {
    const documentId = await draftStatement(world);
    const secretariat = world.actor('secretariat');
    accepted(
      await describeDocument(world.runtime, secretariat, {
        documentId,
        meetingId: MEETING,
        agendaItemId: null,
      }),
    );
    world.live.told.length = 0;
    accepted(await set('secretariat', false));
    expect(world.live.told).toEqual([`reviewDocument ${documentId}`]);
  });
});
