import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attendanceOf, findMeeting, listAgendaItems } from '../../db/meetings';
import { auditEvents } from '../../db/schema/audit';
import type { Outcome } from '../../domain/refusal';
import { getMeeting, meetingPresence, meetingsFor } from '../queries/meetings';
import { BODY, createWorld, ITEM, MEETING, OTHER_BODY, type World } from '../tests/world';
import { addAgendaItem } from './add-agenda-item';
import { createDocument } from './create-document';
import { type CreateMeetingInput, createMeeting } from './create-meeting';
import { editAgendaItem } from './edit-agenda-item';
import { editMeeting } from './edit-meeting';
import { moveAgendaItem } from './move-agenda-item';
import { moveMeeting } from './move-meeting';
import { removeAgendaItem } from './remove-agenda-item';
import { setAttendance } from './set-attendance';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

function ruleOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.rule;
}

function eventKinds(): string[] {
  return world.db
    .select()
    .from(auditEvents)
    .all()
    .map((event) => event.kind);
}

function numbers(meetingId = MEETING): string[] {
  return listAgendaItems(world.db, meetingId).map((item) => item.number);
}

const RETREAT: CreateMeetingInput = {
  bodyId: BODY,
  series: '20th ACCSM',
  tier: 'heads',
  title: '3rd Heads of Civil Service Retreat',
  place: 'Bangkok',
  hostCountry: 'TH',
  startsOn: '2019-08-01',
  endsOn: '2019-08-02',
};

describe('planning a meeting', () => {
  test('PO4, PO1 the secretariat and administrators plan meetings, in their own bodies', async () => {
    const create = (person: 'chair' | 'stranger' | 'secretariat' | 'administrator') =>
      createMeeting(world.runtime, world.actor(person), RETREAT);
    expect(ruleOf(await create('chair'))).toBe('PO4');
    expect(ruleOf(await create('stranger'))).toBe('PO1');
    expect(ruleOf(await create('secretariat'))).toBe('ok');
    expect(ruleOf(await create('administrator'))).toBe('ok');
    const elsewhere = { ...RETREAT, bodyId: OTHER_BODY };
    expect(ruleOf(await createMeeting(world.runtime, world.actor('secretariat'), elsewhere))).toBe('PO1');
  });

  test('the members of the first day attend unless somebody says otherwise; observers do not by themselves', async () => {
    const created = await createMeeting(world.runtime, world.actor('secretariat'), RETREAT);
    if (!created.ok) throw new Error(created.rule);
    const { meetingId } = created.value;
    expect(findMeeting(world.db, meetingId)?.status).toBe('planned');
    expect(attendanceOf(world.db, [meetingId]).get(meetingId)).toEqual(['ID', 'MY', 'PH', 'SG', 'TH']);
    const chosen = await setAttendance(world.runtime, world.actor('secretariat'), {
      meetingId,
      delegations: ['TL', 'TH', 'ID', 'TH'],
    });
    expect(ruleOf(chosen)).toBe('ok');
    expect(attendanceOf(world.db, [meetingId]).get(meetingId)).toEqual(['ID', 'TH', 'TL']);
  });

  test('BO5, BO6, BO10 a meeting needs days in order, a known host, a title', async () => {
    const create = (change: object) =>
      createMeeting(world.runtime, world.actor('secretariat'), { ...RETREAT, ...change });
    expect(ruleOf(await create({ hostCountry: 'XX' }))).toBe('BO5');
    expect(ruleOf(await create({ endsOn: '2019-07-31' }))).toBe('BO6');
    expect(await create({ startsOn: '2019-02-30' })).toMatchObject({ detail: { field: 'startsOn' } });
    expect(await create({ title: '   ' })).toMatchObject({ rule: 'BO10', detail: { field: 'title' } });
    expect(await create({ title: 'x'.repeat(201) })).toMatchObject({ detail: { field: 'title' } });
    expect(eventKinds()).toEqual([]);
  });

  test('BO13, BO14 opened, closed, taken up again; closed it cannot be changed', async () => {
    const secretariat = world.actor('secretariat');
    const move = (to: 'open' | 'closed' | 'planned') =>
      moveMeeting(world.runtime, secretariat, { meetingId: 'meeting_planned', to });
    const { bodyId: _, ...fields } = RETREAT;
    const edit = () => editMeeting(world.runtime, secretariat, { meetingId: 'meeting_planned', ...fields });
    expect(ruleOf(await move('closed'))).toBe('BO13');
    expect(ruleOf(await edit())).toBe('ok');
    expect(ruleOf(await move('open'))).toBe('ok');
    expect(ruleOf(await move('open'))).toBe('BO13');
    expect(ruleOf(await move('closed'))).toBe('ok');
    expect(ruleOf(await edit())).toBe('BO14');
    const item = { meetingId: 'meeting_planned', number: '9', title: 'Late idea' };
    expect(ruleOf(await addAgendaItem(world.runtime, secretariat, item))).toBe('BO14');
    expect(ruleOf(await move('open'))).toBe('ok');
    expect(eventKinds()).toEqual(['meeting.changed', 'meeting.opened', 'meeting.closed', 'meeting.reopened']);
  });
});

describe('the agenda', () => {
  test('BO12 a number stands once; items are added at the end, corrected and moved', async () => {
    const secretariat = world.actor('secretariat');
    const add = (number: string) =>
      addAgendaItem(world.runtime, secretariat, { meetingId: MEETING, number, title: `Item ${number}` });
    expect(ruleOf(await add('4'))).toBe('BO12');
    expect(ruleOf(await add('5.1'))).toBe('ok');
    expect(numbers()).toEqual(['4', '5', '5.1']);
    const edit = (number: string) =>
      editAgendaItem(world.runtime, secretariat, { agendaItemId: ITEM, number, title: 'Statement' });
    expect(ruleOf(await edit('5'))).toBe('BO12');
    expect(ruleOf(await edit('3'))).toBe('ok');
    await moveAgendaItem(world.runtime, secretariat, { agendaItemId: ITEM, direction: 'down' });
    expect(numbers()).toEqual(['5', '3', '5.1']);
    await moveAgendaItem(world.runtime, secretariat, { agendaItemId: ITEM, direction: 'up' });
    const before = eventKinds().length;
    await moveAgendaItem(world.runtime, secretariat, { agendaItemId: ITEM, direction: 'up' });
    expect(numbers()).toEqual(['3', '5', '5.1']);
    expect(eventKinds()).toHaveLength(before);
  });

  test('BO10 a number is a number of an agenda, not any text', async () => {
    const secretariat = world.actor('secretariat');
    for (const number of ['', '4..2', '4 2', '<b>', 'x'.repeat(13)]) {
      const added = await addAgendaItem(world.runtime, secretariat, {
        meetingId: MEETING,
        number,
        title: 'Item',
      });
      expect(added).toMatchObject({ rule: 'BO10', detail: { field: 'number' } });
    }
  });

  test('BO15 an item with a document under it stays', async () => {
    const secretariat = world.actor('secretariat');
    const created = await createDocument(world.runtime, secretariat, {
      bodyId: BODY,
      kind: 'statement',
      title: 'ASEAN Statement',
      meetingId: MEETING,
      agendaItemId: ITEM,
    });
    expect(ruleOf(created)).toBe('ok');
    expect(ruleOf(await removeAgendaItem(world.runtime, secretariat, { agendaItemId: ITEM }))).toBe('BO15');
    const empty = { agendaItemId: 'item_plan' };
    expect(ruleOf(await removeAgendaItem(world.runtime, secretariat, empty))).toBe('ok');
    expect(numbers()).toEqual(['4']);
  });

  test('PO1, PO4 delegates cannot touch it, and items of another body do not exist', async () => {
    const move = { agendaItemId: ITEM, direction: 'down' } as const;
    expect(ruleOf(await moveAgendaItem(world.runtime, world.actor('indonesia'), move))).toBe('PO4');
    expect(ruleOf(await moveAgendaItem(world.runtime, world.actor('stranger'), move))).toBe('PO1');
    const foreign = { agendaItemId: 'item_other' };
    expect(ruleOf(await removeAgendaItem(world.runtime, world.actor('secretariat'), foreign))).toBe('PO1');
    expect(
      ruleOf(await removeAgendaItem(world.runtime, world.actor('secretariat'), { agendaItemId: 'no' })),
    ).toBe('PO1');
  });
});

describe('what the meeting page reads', () => {
  async function placeDocuments() {
    for (const [title, agendaItemId] of [
      ['ASEAN Statement', ITEM],
      ['A paper without a place', null],
    ] as const) {
      await createDocument(world.runtime, world.actor('secretariat'), {
        bodyId: BODY,
        kind: 'paper',
        title,
        meetingId: MEETING,
        agendaItemId,
      });
    }
  }

  test('documents lie under their items, the others apart; the chair is the one of that date', async () => {
    await placeDocuments();
    const meeting = await getMeeting(world.runtime, world.actor('indonesia'), MEETING);
    if (!meeting.ok) throw new Error(meeting.rule);
    expect(meeting.value.agenda.map((item) => [item.number, item.documents.map((doc) => doc.title)])).toEqual(
      [
        ['4', ['ASEAN Statement']],
        ['5', []],
      ],
    );
    expect(meeting.value.unplaced.map((doc) => doc.title)).toEqual(['A paper without a place']);
    expect(meeting.value.chairs).toEqual(['TH']);
    expect(meeting.value.may).toEqual({ manage: false, createDocument: false });
  });

  test('PO2 an observer sees the agenda and no drafts; presence tells of no room they may not list', async () => {
    await placeDocuments();
    const meeting = await getMeeting(world.runtime, world.actor('observer'), MEETING);
    if (!meeting.ok) throw new Error(meeting.rule);
    expect(meeting.value.agenda.flatMap((item) => item.documents)).toEqual([]);
    expect(await meetingPresence(world.runtime, world.actor('observer'), MEETING)).toEqual({
      ok: true,
      value: {},
    });
    const delegate = await meetingPresence(world.runtime, world.actor('indonesia'), MEETING);
    expect(delegate.ok && Object.keys(delegate.value)).toHaveLength(2);
  });

  test('PO1 a meeting of another body does not exist, and is in no list', async () => {
    expect(ruleOf(await getMeeting(world.runtime, world.actor('indonesia'), 'meeting_other'))).toBe('PO1');
    expect(ruleOf(await meetingPresence(world.runtime, world.actor('indonesia'), 'meeting_other'))).toBe(
      'PO1',
    );
    const seen = await meetingsFor(world.runtime, world.actor('indonesia'));
    expect(seen.map((meeting) => meeting.id).sort()).toEqual(['meeting_planned', MEETING]);
  });
});
