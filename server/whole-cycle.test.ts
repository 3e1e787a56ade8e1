import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDocument } from '../db/documents';
import { activitiesOf, changesSince } from '../db/plans';
import { returnsOf } from '../db/rounds';
import { listVersionHeads } from '../db/versions';
import { digestText } from '../domain/text/digest';
import { getRound } from './queries/brainstorm';
import { monitoringOf } from './queries/monitoring';
import { exportSources, sourcesOf } from './queries/sources';
import { adoptInTheRoom, draftStatement, readyToAdopt } from './tests/adopted';
import { closedRound } from './tests/brainstorm';
import { addIndicator, monitoredPlan } from './tests/monitoring';
import { accepted, ruleOf } from './tests/outcome';
import { BODY, createWorld, type Person, type World } from './tests/world';
import { tieActivity } from './use-cases/activity-acts';
import { addActivity } from './use-cases/add-activity';
import { saveCluster } from './use-cases/brainstorm-clusters';
import { createPlan } from './use-cases/create-plan';
import { fillReturn } from './use-cases/fill-return';
import { setTargets } from './use-cases/indicators';
import { linkSource } from './use-cases/link-source';
import { openClause } from './use-cases/open-clause';
import { acceptReturn, submitReturn } from './use-cases/return-steps';
import { openRound } from './use-cases/rounds';
import { saveResult } from './use-cases/save-result';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const as = (person: Person) => world.actor(person);

/**
 * The chain that a challenge goes: named by delegations, gathered, a clause of the Statement, adopted, an activity of
 * the work plan, measured, reported, and carried on in the next plan. At each joint it can be followed both ways.
 */
test('BS2 PL17 MO16 from one challenge to a return on the indicator it led to, and into the next plan', async () => {
  const { runtime } = world;
  const { roundId, inputIds } = await closedRound(world);
  const { clusterId } = accepted(
    await saveCluster(runtime, as('secretariat'), {
      roundId,
      title: 'Digital skills outside the capital',
      synthesis: 'Two delegations lack digital skills in the provinces.',
      tag: 't1',
      inputIds: [inputIds[0], inputIds[2]],
    }),
  );

  // Input → cluster → clause.
  const documentId = await draftStatement(world);
  const { clauseId } = accepted(
    await openClause(runtime, as('secretariat'), {
      clusterId,
      documentId,
      after: 'c_3',
      kind: 'operative',
      words: 'DECIDE to train civil servants in the provinces in digital skills;',
      relation: 'takenUp',
    }),
  );
  const round = accepted(await getRound(runtime, as('indonesia'), roundId));
  const own = round.inputs.find(({ id }) => id === inputIds[0]);
  expect(own).toMatchObject({ outcome: 'takenUp', clauses: [{ documentId, clauseId }] });
  expect(round.inputs.find(({ id }) => id === inputIds[1])?.outcome).toBeNull();

  // Adopted: the matrix is frozen with the text, and no link changes any more.
  accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
  const sources = accepted(await sourcesOf(runtime, as('observer'), documentId));
  expect(sources.trace.clauses.find(({ id }) => id === clauseId)?.sources).toMatchObject([
    { cluster: { id: clusterId }, countries: ['ID', 'TH'] },
  ]);
  const file = accepted(await exportSources(runtime, as('observer'), { documentId, format: 'json' }));
  expect(digestText(file.content)).toBe(sources.frozen?.hash);
  const late = { documentId, clauseId: 'c_3', clusterId, relation: 'takenUp' };
  expect(ruleOf(await linkSource(runtime, as('chair'), late))).toBe('BS16');

  // Clause → activity → indicator.
  const plan = await monitoredPlan(world);
  const { planId, areaId } = plan;
  const row = { resultId: areaId, code: 'A.1', title: 'Digital skills programme', leads: ['ID'] };
  accepted(await addActivity(runtime, as('secretariat'), { planId, cells: row }));
  const activity = () => {
    const [found] = activitiesOf(world.db, planId);
    if (found === undefined) throw new Error('no activity');
    return found;
  };
  const version = listVersionHeads(world.db, documentId).find(({ kind }) => kind === 'adopted');
  const tie = (clause: string) =>
    tieActivity(runtime, as('secretariat'), {
      activityId: activity().id,
      rev: activity().rev,
      clauseId: clause,
      versionId: version?.id ?? null,
    });
  expect(ruleOf(await tie('c_nowhere'))).toBe('PL17');
  accepted(await tie(clauseId));
  const indicatorId = await addIndicator(world, plan, 'I.1', {
    resultId: null,
    activityId: activity().id,
    title: 'Civil servants trained',
    baseline: 2505,
    aggregation: 'sum',
  });
  accepted(
    await setTargets(runtime, as('secretariat'), {
      indicatorId,
      rev: 0,
      targets: [{ period: '2019', country: null, value: 15_000 }],
    }),
  );

  // Indicator → return: what a delegation writes is its own until it is accepted.
  world.clock.set('2019-05-02T02:00:00.000Z');
  const opened = await openRound(runtime, as('secretariat'), {
    planId,
    conceptNoteId: plan.conceptNoteId,
    period: '2018',
    opensAt: '2019-05-01',
    closesAt: '2019-06-30',
  });
  const collection = accepted(opened).roundId;
  const returnOf = (country: string) => {
    const found = returnsOf(world.db, [collection]).find((one) => one.country === country);
    if (found === undefined) throw new Error(`no return of ${country}`);
    return found;
  };
  const figure = () => {
    const view = accepted(monitoringOf(runtime, as('reviewer'), { planId, period: '2018' }));
    return view.indicators.find(({ indicator }) => indicator.id === indicatorId)?.figure;
  };
  const before = figure();
  expect(before).toMatchObject({ value: null, achievement: { outcome: 'notReported' } });
  accepted(
    await fillReturn(runtime, as('indonesia'), {
      returnId: returnOf('ID').id,
      rows: [{ indicatorId, kind: 'value', value: 12_980, seen: '' }],
    }),
  );
  const step = () => ({ returnId: returnOf('ID').id, rev: returnOf('ID').rev });
  accepted(await submitReturn(runtime, as('indonesia'), step()));
  expect(figure()).toEqual(before);
  accepted(await acceptReturn(runtime, as('secretariat'), step()));
  const asked = returnsOf(world.db, [collection]).length;
  expect(figure()).toMatchObject({
    value: 12_980,
    coverage: { asked, value: 1, notReported: asked - 1 },
    // Others are missing, so it is no less than the OPSYS example: 83.8 %.
    achievement: { outcome: 'incomplete' },
  });
  const reckoned = figure()?.achievement;
  expect(reckoned?.outcome === 'incomplete' ? reckoned.atLeast : 0).toBeCloseTo(0.838, 3);

  // Return → next plan.
  const next = accepted(
    await createPlan(runtime, as('secretariat'), {
      bodyId: BODY,
      title: 'ACCSM Work Plan 2021–2025',
      fromYear: 2021,
      toYear: 2025,
      predecessorId: planId,
    }),
  );
  const area = accepted(
    await saveResult(runtime, as('secretariat'), {
      planId: next.planId,
      level: 'area',
      parentId: null,
      code: '1',
      title: 'Competencies',
    }),
  );
  const carried = {
    resultId: area.resultId,
    code: '1.1',
    title: 'Digital skills for all',
    carriedFromId: activity().id,
  };
  accepted(await addActivity(runtime, as('secretariat'), { planId: next.planId, cells: carried }));
  expect(activitiesOf(world.db, next.planId)).toMatchObject([{ carriedFromId: activity().id }]);
  expect(changesSince(world.db, planId, 0).map(({ field }) => field)).toEqual(['added', 'clause']);
  expect(findDocument(world.db, documentId)?.state).toBe('adopted');
});
