import { describe, expect, test } from 'vitest';
import { actionReportsOf, findAction } from '../../db/actions';
import { findMeetingDecision } from '../../db/meeting-decisions';
import { attendanceOf, findMeeting } from '../../db/meetings';
import { noticesOf } from '../../db/notices';
import { sessionsOf } from '../../db/running-order';
import { auditEvents } from '../../db/schema/audit';
import type { RosterLine } from '../../domain/body/grants';
import type { PresentDelegation } from '../../domain/meeting/decisions';
import { sessionStamp } from '../../domain/meeting/running-order';
import { remindOfActions } from '../jobs/action-reminders';
import { attend, decide, give, inMeetingRoom, wordsOf, world } from '../tests/meeting-room';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, ITEM, MEETING, type Person, userIdOf } from '../tests/world';
import { addMembership } from './add-membership';
import { draftReport } from './draft-report';
import { type EditMeetingInput, editMeeting } from './edit-meeting';
import { endMembership } from './end-membership';
import { reportAction } from './meeting-actions';
import { moveMeeting } from './move-meeting';
import { moveState } from './move-state';
import { removeAgendaItem } from './remove-agenda-item';
import { removeSession, saveSession } from './running-order';
import { setAttendance } from './set-attendance';

inMeetingRoom();

const report = (person: Person, actionId: string, more: object = {}) =>
  reportAction(world.runtime, world.actor(person), {
    actionId,
    rev: findAction(world.db, actionId)?.rev ?? -1,
    state: 'open',
    words: 'Half of them are sent.',
    ...more,
  });

const told = (person: Person, kind: string) =>
  noticesOf(world.db, userIdOf(person), {
    unreadOnly: false,
    documentId: null,
    before: null,
    limit: 50,
  }).filter((notice) => notice.kind === kind).length;

describe('decisions of a meeting', () => {
  test('chair and secretariat say what was decided, numbered; nobody else, and strangers know of no meeting', async () => {
    expect(accepted(await decide('chair')).number).toBe(1);
    expect(accepted(await decide('secretariat')).number).toBe(2);
    expect(ruleOf(await decide('indonesia'))).toBe('PO4');
    expect(ruleOf(await decide('observer'))).toBe('PO4');
    expect(ruleOf(await decide('stranger'))).toBe('PO1');
    expect(ruleOf(await decide('chair', { meetingId: 'meeting_planned', agendaItemId: null }))).toBe('ME2');
    expect(ruleOf(await decide('chair', { agendaItemId: 'item_other' }))).toBe('PR12');
    expect(ruleOf(await decide('chair', { documentId: 'doc_unknown' }))).toBe('PO1');
    const kinds = world.db.select().from(auditEvents).all();
    expect(kinds.filter(({ kind }) => kind === 'meeting.decided')).toHaveLength(2);
  });

  test('ME19 who joins or leaves later changes no decision of the past; ME1 nor does a raw connection', async () => {
    accepted(await attend('ID', 'TH'));
    const { decisionId } = accepted(await decide('chair'));
    const frozen = findMeetingDecision(world.db, decisionId);
    expect(
      (JSON.parse(frozen?.present ?? '') as PresentDelegation[]).map(({ country, head }) => [country, head]),
    ).toEqual([
      ['ID', 'Dewi Lestari'],
      ['TH', null],
    ]);
    expect((JSON.parse(frozen?.roster ?? '') as RosterLine[]).map(({ country }) => country)).toContain('TL');
    accepted(await attend('PH'));
    world.clock.advance(60);
    const secretariat = world.actor('secretariat');
    accepted(
      await endMembership(world.runtime, secretariat, { membershipId: 'membership_ID', to: '2019-04-22' }),
    );
    world.clock.set('2019-04-25T00:00:00.000Z');
    accepted(
      await addMembership(world.runtime, world.actor('administrator'), {
        bodyId: BODY,
        country: 'ID',
        standing: 'observer',
        from: '2019-04-24',
      }),
    );
    expect(findMeetingDecision(world.db, decisionId)).toEqual(frozen);
    const later = accepted(await decide('secretariat'));
    const roster = JSON.parse(findMeetingDecision(world.db, later.decisionId)?.roster ?? '') as RosterLine[];
    expect(roster.find(({ country }) => country === 'ID')?.standing).toBe('observer');
    expect(() => world.raw('UPDATE meeting_decisions SET wording = ?', 'x')).toThrow(/ME1/);
    expect(() => world.raw('DELETE FROM meeting_decisions')).toThrow(/ME1/);
  });

  test('ME8 a mistake is put right by a later decision, and the report tells only that', async () => {
    const { decisionId } = accepted(await decide('chair'));
    const right = { putsRightId: decisionId, wording: 'The Meeting noted the reports of all members.' };
    accepted(await decide('secretariat', right));
    expect(ruleOf(await decide('secretariat', right))).toBe('ME8');
    const { documentId } = accepted(
      await draftReport(world.runtime, world.actor('secretariat'), { meetingId: MEETING, language: 'en' }),
    );
    const words = await wordsOf(documentId);
    expect(words).toContain('The Meeting noted the reports of all members.');
    expect(words).not.toContain('The Meeting took note of the reports.');
    // Withdrawn it makes room: the meeting still has to report.
    const withdrawal = { documentId, step: 'withdraw', reason: 'Drafted too early' } as const;
    accepted(await moveState(world.runtime, world.actor('secretariat'), withdrawal));
    const second = accepted(
      await draftReport(world.runtime, world.actor('secretariat'), { meetingId: MEETING, language: 'en' }),
    );
    expect(second).toMatchObject({ anew: false });
    expect(second.documentId).not.toBe(documentId);
  });

  test('BO15 an item under which something was decided stays; sessions of one that goes stay under none', async () => {
    accepted(await decide('chair'));
    const remove = (agendaItemId: string) =>
      removeAgendaItem(world.runtime, world.actor('secretariat'), { agendaItemId });
    expect(ruleOf(await remove(ITEM))).toBe('BO15');
    accepted(await session('secretariat', { agendaItemId: 'item_plan' }));
    accepted(await remove('item_plan'));
    expect(sessionsOf(world.db, MEETING).map(({ agendaItemId }) => agendaItemId)).toEqual([null]);
  });
});

const session = (person: Person, more: object = {}) =>
  saveSession(world.runtime, world.actor(person), {
    meetingId: MEETING,
    day: '2019-04-22',
    startsAt: '09:00',
    endsAt: '10:00',
    title: 'Opening',
    ...more,
  });

describe('the attendance', () => {
  test('ME18 is noted by the secretariat from a page that shows it as it stands', async () => {
    const note = (person: Person, delegations: readonly string[], seen?: readonly string[]) =>
      setAttendance(world.runtime, world.actor(person), {
        meetingId: MEETING,
        delegations,
        ...(seen === undefined ? {} : { seen }),
      });
    accepted(await note('secretariat', ['ID', 'TH']));
    accepted(await note('secretariat', ['ID', 'TH', 'PH'], ['TH', 'ID']));
    expect(ruleOf(await note('secretariat', ['ID'], ['ID', 'TH']))).toBe('ME18');
    expect(ruleOf(await note('secretariat', ['XX'], ['ID', 'TH', 'PH']))).toBe('BO5');
    expect(ruleOf(await note('chair', ['ID']))).toBe('PO4');
    expect(attendanceOf(world.db, [MEETING]).get(MEETING)).toEqual(['ID', 'PH', 'TH']);
  });
});

describe('the running order', () => {
  test('the secretariat writes it; ME9 on days of the meeting; BO14 a closed meeting keeps it', async () => {
    accepted(await session('secretariat'));
    accepted(await session('secretariat', { title: 'At the same time' }));
    expect(ruleOf(await session('chair'))).toBe('PO4');
    expect(ruleOf(await session('stranger'))).toBe('PO1');
    expect(ruleOf(await session('secretariat', { day: '2019-04-26' }))).toBe('ME9');
    expect(ruleOf(await session('secretariat', { agendaItemId: 'item_other' }))).toBe('PR12');
    const moved = (startsOn: string, endsOn: string) => {
      const { title = '', place = '', hostCountry = '', ...rest } = findMeeting(world.db, MEETING) ?? {};
      const fields = { ...rest, title, place, hostCountry, startsOn, endsOn } as EditMeetingInput;
      return editMeeting(world.runtime, world.actor('secretariat'), { ...fields, meetingId: MEETING });
    };
    expect(await moved('2019-05-20', '2019-05-22')).toMatchObject({
      rule: 'ME9',
      detail: { field: 'startsOn' },
    });
    expect(await moved('2019-04-20', '2019-04-21')).toMatchObject({
      rule: 'ME9',
      detail: { field: 'endsOn' },
    });
    accepted(
      await moveMeeting(world.runtime, world.actor('secretariat'), { meetingId: MEETING, to: 'closed' }),
    );
    expect(ruleOf(await session('secretariat'))).toBe('BO14');
  });

  test('ME18 a session is changed and removed as it stands', async () => {
    const { sessionId } = accepted(await session('secretariat'));
    const seen = () => sessionStamp(sessionsOf(world.db, MEETING)[0] as never);
    const first = seen();
    accepted(await session('secretariat', { sessionId, seen: first, endsAt: '11:00' }));
    expect(ruleOf(await session('secretariat', { sessionId, seen: first, endsAt: '12:00' }))).toBe('ME18');
    const remove = (stamp: string) =>
      removeSession(world.runtime, world.actor('secretariat'), { sessionId, seen: stamp });
    expect(ruleOf(await remove(first))).toBe('ME18');
    accepted(await remove(seen()));
    expect(sessionsOf(world.db, MEETING)).toEqual([]);
  });
});

describe('action items', () => {
  test('ME2 ME11 given in session to those of the body, who are told once', async () => {
    const { actionId } = accepted(await give('chair', { who: ['', 'PH', 'PH', 'ID'] }));
    expect(findAction(world.db, actionId)?.who).toEqual(['ID', 'PH', '']);
    for (const person of ['indonesia', 'philippines', 'secretariat'] as const)
      expect(told(person, 'actionAssigned'), person).toBe(1);
    expect(told('thaiDelegate', 'actionAssigned') + told('stranger', 'actionAssigned')).toBe(0);
    expect(ruleOf(await give('indonesia'))).toBe('PO4');
    expect(ruleOf(await give('chair', { who: ['JP'] }))).toBe('ME11');
    expect(ruleOf(await give('chair', { decisionId: 'mdec_unknown' }))).toBe('PO1');
    expect(ruleOf(await give('chair', { meetingId: 'meeting_planned' }))).toBe('ME2');
  });

  test('ME13 ME15 ME18 those named report as it stands; the head table drops', async () => {
    const { actionId } = accepted(await give('secretariat', { who: ['PH'] }));
    accepted(await report('philippines', actionId));
    expect(ruleOf(await report('indonesia', actionId))).toBe('ME13');
    expect(ruleOf(await report('observer', actionId))).toBe('PO4');
    expect(ruleOf(await report('stranger', actionId))).toBe('PO1');
    expect(ruleOf(await report('philippines', actionId, { rev: 0 }))).toBe('ME18');
    expect(ruleOf(await report('philippines', actionId, { state: 'dropped' }))).toBe('ME15');
    accepted(await report('philippines', actionId, { state: 'done', words: 'All sent.' }));
    expect(ruleOf(await report('philippines', actionId))).toBe('ME15');
    accepted(await report('chair', actionId, { state: 'dropped', words: 'Overtaken.' }));
    const reports = actionReportsOf(world.db, [actionId]);
    expect(reports.map(({ state, country, meetingId }) => [state, country, meetingId])).toEqual([
      ['open', 'PH', MEETING],
      ['done', 'PH', MEETING],
      ['dropped', null, MEETING],
    ]);
  });

  test('ME18 said anew while open; whoever is added is told', async () => {
    const { actionId } = accepted(await give('chair', { who: ['PH'] }));
    accepted(await give('secretariat', { actionId, rev: 0, who: ['PH', 'ID'], dueOn: '2019-07-31' }));
    expect(told('indonesia', 'actionAssigned')).toBe(1);
    expect(told('philippines', 'actionAssigned')).toBe(1);
    expect(ruleOf(await give('secretariat', { actionId, rev: 0 }))).toBe('ME18');
    accepted(await report('chair', actionId, { state: 'done', words: 'Done.' }));
    expect(ruleOf(await give('secretariat', { actionId, rev: 2 }))).toBe('ME15');
  });

  test('ME17 those named are reminded a week before, once for each day it is due', async () => {
    const { actionId } = accepted(await give('chair', { who: ['PH'] }));
    world.clock.set('2019-06-22T03:00:00.000Z');
    expect(remindOfActions(world.runtime)).toBe(0);
    world.clock.set('2019-06-23T03:00:00.000Z');
    expect(remindOfActions(world.runtime)).toBe(1);
    expect(remindOfActions(world.runtime)).toBe(0);
    world.clock.set('2019-06-24T03:00:00.000Z');
    remindOfActions(world.runtime);
    expect(told('philippines', 'actionDue')).toBe(1);
    accepted(await give('secretariat', { actionId, rev: 0, who: ['PH'], dueOn: '2019-06-30' }));
    accepted(await give('secretariat', { actionId, rev: 1, who: ['PH'], dueOn: '2019-07-10' }));
    world.clock.set('2019-07-03T03:00:00.000Z');
    remindOfActions(world.runtime);
    expect(told('philippines', 'actionDue')).toBe(2);
  });
});
