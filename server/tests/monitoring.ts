import { createDocument } from '../use-cases/create-document';
import { createPlan } from '../use-cases/create-plan';
import { type SaveIndicatorInput, saveIndicator } from '../use-cases/indicators';
import { openRound } from '../use-cases/rounds';
import { saveResult } from '../use-cases/save-result';
import { adoptInTheRoom, readyToAdopt, STATEMENT } from './adopted';
import { accepted } from './outcome';
import { BODY, ITEM, MEETING, type World } from './world';

/** A plan with one area, and an adopted concept note that says how figures are collected. */
export interface MonitoredPlan {
  readonly planId: string;
  readonly areaId: string;
  readonly conceptNoteId: string;
}

export async function monitoredPlan(world: World): Promise<MonitoredPlan> {
  const secretariat = world.actor('secretariat');
  const { planId } = accepted(
    await createPlan(world.runtime, secretariat, {
      bodyId: BODY,
      title: 'ACCSM Work Plan 2016–2020',
      fromYear: 2016,
      toYear: 2020,
    }),
  );
  const { resultId } = accepted(
    await saveResult(world.runtime, secretariat, {
      planId,
      level: 'area',
      parentId: null,
      code: 'A',
      title: 'Workforce competencies',
    }),
  );
  return { planId, areaId: resultId, conceptNoteId: await conceptNote(world) };
}

async function conceptNote(world: World): Promise<string> {
  const { documentId } = accepted(
    await createDocument(world.runtime, world.actor('secretariat'), {
      bodyId: BODY,
      kind: 'conceptNote',
      title: 'Concept Note on Monitoring',
      leadCountry: 'PH',
      meetingId: MEETING,
      agendaItemId: ITEM,
      text: STATEMENT,
    }),
  );
  accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
  return documentId;
}

export async function addIndicator(
  world: World,
  plan: MonitoredPlan,
  code: string,
  more: Partial<SaveIndicatorInput> = {},
): Promise<string> {
  const saved = await saveIndicator(world.runtime, world.actor('secretariat'), {
    planId: plan.planId,
    resultId: plan.areaId,
    activityId: null,
    code,
    title: `Indicator ${code}`,
    type: 'number',
    direction: 'up',
    cumulative: false,
    baseline: 0,
    baselineYear: 2015,
    frequency: 'yearly',
    aggregation: 'sum',
    ...more,
  });
  return accepted(saved).indicatorId;
}

/** A round for 2018, open from 1 May to 30 June 2019 (the clock moves into it). */
export async function openedRound(world: World, plan: MonitoredPlan, period = '2018'): Promise<string> {
  world.clock.advance(60);
  const opened = await openRound(world.runtime, world.actor('secretariat'), {
    planId: plan.planId,
    conceptNoteId: plan.conceptNoteId,
    period,
    opensAt: '2019-05-01',
    closesAt: '2019-06-30',
  });
  world.clock.set('2019-05-02T02:00:00.000Z');
  return accepted(opened).roundId;
}
