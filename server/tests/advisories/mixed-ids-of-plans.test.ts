import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointments } from '../../../db/schema/bodies';
import type { Outcome } from '../../../domain/refusal';
import { getActivity } from '../../queries/plan-activity';
import { insertDraft } from '../../sync/tests/sync-world';
import { addActivity } from '../../use-cases/add-activity';
import { gatherInputs, mergeClusters, releaseInput, saveCluster } from '../../use-cases/brainstorm-clusters';
import { changeCells } from '../../use-cases/change-cells';
import { createPlan } from '../../use-cases/create-plan';
import { linkSource } from '../../use-cases/link-source';
import { saveAction } from '../../use-cases/meeting-actions';
import { takeMeetingDecision } from '../../use-cases/meeting-decisions';
import { removeActivities } from '../../use-cases/remove-activities';
import { openRound } from '../../use-cases/rounds';
import { saveSession } from '../../use-cases/running-order';
import { moveResult, removeResult, saveResult } from '../../use-cases/save-result';
import { draftStatement } from '../adopted';
import { closedRound } from '../brainstorm';
import { addIndicator, monitoredPlan } from '../monitoring';
import { accepted, ruleOf } from '../outcome';
import { storedRows } from '../stored-rows';
import { BODY, createWorld, MEETING, OTHER_BODY, type World } from '../world';

/** A plan, a meeting and a brainstorm, with what lies under them. */
interface House {
  readonly planId: string;
  readonly resultId: string;
  readonly activityId: string;
  readonly meetingId: string;
  readonly actionId: string;
  readonly sessionId: string;
  readonly roundId: string;
  readonly clusterId: string;
  readonly inputId: string;
}

let world: World;
let own: House;
let theirs: House;
let documentId: string;
// Once for all: every act is refused and leaves everything as it was; the last test comes last.
beforeAll(async () => {
  world = createWorld();
  own = await furnished('meeting_planned');
  theirs = await furnished(MEETING);
  documentId = await draftStatement(world);
  insertDraft(world, 'doc_theirs', OTHER_BODY);
  world.raw("UPDATE documents SET kind = 'conceptNote', state = 'adopted' WHERE id = 'doc_theirs'");
  // The second is another body's from here on. Whoever acts serves that one, too: what is refused is to mix the two.
  world.db
    .insert(appointments)
    .values({
      id: 'appointment_both',
      userId: 'user_secretariat',
      role: 'secretariat',
      bodyId: OTHER_BODY,
      country: null,
      from: '2016-01-01T00:00:00.000Z',
      to: null,
    })
    .run();
  world.raw("UPDATE plans SET bodyId = 'body_other' WHERE id = ?", theirs.planId);
  world.raw("UPDATE meetings SET bodyId = 'body_other' WHERE id = ?", theirs.meetingId);
  world.raw('DROP TRIGGER brainstorm_rounds_closed');
  world.raw("UPDATE brainstorm_rounds SET bodyId = 'body_other' WHERE id = ?", theirs.roundId);
});
afterAll(() => world.close());

const secretariat = () => [world.runtime, world.actor('secretariat')] as const;

async function furnished(meetingId: string): Promise<House> {
  const plan = await monitoredPlan(world);
  const { planId, areaId } = plan;
  await addIndicator(world, plan, 'I.1');
  const cells = { resultId: areaId, code: 'A.1', title: 'Training' };
  const { activityId } = accepted(await addActivity(...secretariat(), { planId, cells }));
  world.raw("UPDATE meetings SET status = 'open' WHERE id = ?", meetingId);
  const action = { meetingId, wording: 'Send the sheets.', who: ['ID'], dueOn: '2019-06-30' };
  const { actionId } = accepted(await saveAction(...secretariat(), action));
  const { sessionId } = accepted(await saveSession(...secretariat(), { meetingId, ...SESSION }));
  const { roundId, inputIds } = await closedRound(world);
  const cluster = { roundId, title: 'Skills', inputIds: [inputIds[0]] };
  const { clusterId } = accepted(await saveCluster(...secretariat(), cluster));
  const ids = { planId, resultId: areaId, activityId, meetingId, actionId, sessionId };
  return { ...ids, roundId, clusterId, inputId: inputIds[0] };
}

const SESSION = { title: 'Opening', day: '2019-04-23', startsAt: '09:00', endsAt: '10:00' };
const AREA = { level: 'area', parentId: null, code: 'Z', title: 'Another' } as const;
const SAID = { wording: 'Taken over.', who: ['ID'], dueOn: '2019-06-30' };

/** What is asked for is one's own; the second id is the other body's. */
const ACTS: Readonly<Record<string, () => Promise<Outcome<unknown>> | Outcome<unknown>>> = {
  'changing a result of another plan': () =>
    saveResult(...secretariat(), { planId: own.planId, resultId: theirs.resultId, seen: '', ...AREA }),
  'a result under one of another plan': () =>
    saveResult(...secretariat(), {
      planId: own.planId,
      ...{ ...AREA, level: 'outcome', parentId: theirs.resultId },
    }),
  'moving a result of another plan': () =>
    moveResult(...secretariat(), { planId: own.planId, resultId: theirs.resultId, beforeId: null }),
  'removing a result of another plan': () =>
    removeResult(...secretariat(), { planId: own.planId, resultId: theirs.resultId, seen: '' }),
  'changing an activity of another plan': async () =>
    written(await change(theirs.activityId, { title: 'Taken over' })),
  'an activity under a result of another plan': async () =>
    written(await change(own.activityId, { resultId: theirs.resultId })),
  'removing an activity of another plan': () =>
    removeActivities(...secretariat(), {
      planId: own.planId,
      rows: [{ activityId: theirs.activityId, rev: 0 }],
    }),
  'reading an activity of another plan': () =>
    getActivity(...secretariat(), { planId: own.planId, activityId: theirs.activityId }),
  'a plan that follows another body’s': () =>
    createPlan(...secretariat(), {
      bodyId: BODY,
      title: 'Next',
      fromYear: 2021,
      toYear: 2025,
      predecessorId: theirs.planId,
    }),
  'a round by a concept note of another body': () =>
    openRound(...secretariat(), {
      planId: own.planId,
      conceptNoteId: 'doc_theirs',
      period: '2018',
      opensAt: '2019-05-01',
      closesAt: '2019-06-30',
    }),
  'changing an action of another meeting': () =>
    saveAction(...secretariat(), { meetingId: own.meetingId, actionId: theirs.actionId, rev: 0, ...SAID }),
  'changing a session of another meeting': () =>
    saveSession(...secretariat(), {
      meetingId: own.meetingId,
      sessionId: theirs.sessionId,
      ...SESSION,
      title: 'Taken over',
    }),
  'a decision on an item of another agenda': () =>
    takeMeetingDecision(...secretariat(), {
      meetingId: own.meetingId,
      agendaItemId: 'item_statement',
      verb: 'tookNote',
      wording: 'The Meeting took note of it.',
    }),
  'a decision on a text of another body': () =>
    takeMeetingDecision(...secretariat(), {
      meetingId: own.meetingId,
      documentId: 'doc_theirs',
      verb: 'tookNote',
      wording: 'The Meeting took note of it.',
    }),
  'changing a cluster of another round': () =>
    saveCluster(...secretariat(), {
      roundId: own.roundId,
      clusterId: theirs.clusterId,
      rev: 0,
      title: 'Mine',
    }),
  'gathering an input of another round': () =>
    gatherInputs(...secretariat(), { clusterId: own.clusterId, inputIds: [theirs.inputId] }),
  'releasing an input of another round': () =>
    releaseInput(...secretariat(), { clusterId: own.clusterId, inputId: theirs.inputId }),
  'merging into a cluster of another round': () =>
    mergeClusters(...secretariat(), { clusterId: own.clusterId, rev: 0, intoId: theirs.clusterId }),
  'a source in a cluster of another body': () => source({ clusterId: theirs.clusterId }),
  'a source in an input of another body': () => source({ inputId: theirs.inputId }),
};

function change(activityId: string, cells: object) {
  const rows = [{ key: '1', activityId, rev: 0, cells }];
  return changeCells(...secretariat(), { planId: own.planId, rows });
}

/** A write that was refused cell by cell is refused. */
function written(outcome: Outcome<{ readonly ok: boolean }>): Outcome<unknown> {
  return outcome.ok && !outcome.value.ok ? { ok: false, rule: 'PL13', detail: {} } : outcome;
}

function source(from: { readonly clusterId?: string; readonly inputId?: string }) {
  return linkSource(...secretariat(), { documentId, clauseId: 'c_3', relation: 'takenUp', ...from });
}

const NO_OTHER = /^(PO1|PL13|PL21|PL25|PL28|MO30|PR12|BS9|BS19)$/;

describe('(Outline CVE-2026-43890: authorises one id of a request, acts on the other)', () => {
  test.each(Object.keys(ACTS))('PO4 %s', async (name) => {
    const before = storedRows(world);
    const outcome = await ACTS[name]?.();
    expect(ruleOf(outcome as Outcome<unknown>)).toMatch(NO_OTHER);
    expect(storedRows(world)).toEqual(before);
  });

  test('PO4 the same acts are done where both ids are one’s own', async () => {
    theirs = own;
    const done = await Promise.all(
      ['changing an action of another meeting', 'changing a cluster of another round'].map((name) =>
        ACTS[name]?.(),
      ),
    );
    expect(done.map((outcome) => ruleOf(outcome as Outcome<unknown>))).toEqual(['accepted', 'accepted']);
    expect(ruleOf(await change(own.activityId, { title: 'Renamed' }))).toBe('accepted');
    expect(ruleOf(await source({ clusterId: own.clusterId }))).toBe('accepted');
  });
});
