import { activitiesOf } from '../db/plans';
import { listVersionHeads } from '../db/versions';
import type { ActivityStatus } from '../domain/plan/statuses';
import { tieActivity } from '../server/use-cases/activity-acts';
import { changeCells, reportActivity } from '../server/use-cases/change-cells';
import { createPlan } from '../server/use-cases/create-plan';
import { movePlan } from '../server/use-cases/move-plan';
import { saveResult } from '../server/use-cases/save-result';
import { accepted, actorAt, known, runtimeAt, type SeedState } from './actors';
import { instant } from './history';
import type { PersonKey } from './people';
import { cellsOf, type SeedArea, type SeedRow } from './plans/shape';
import { AREAS_2016, REPORTS_2016, ROWS_2016 } from './plans/work-plan-2016';
import { AREAS_2021, CARRIED, ROWS_2021 } from './plans/work-plan-2021';
import type { TimedAct } from './timeline';

const OLD = 'workPlan2016';
const NEW = 'workPlan2021';

/** Clauses of the adopted Concept Note from which the activities on monitoring stem: code and clause. */
const STEMS = [
  ['E.7', 'c_cn_p05'],
  ['E.5', 'c_cn_p06'],
] as const;

/** The matrices of two work plans: one in force and reported on, one drafted while its text is negotiated. */
export function planActs(): TimedAct[] {
  const at = (time: string, run: (state: SeedState, at: string) => Promise<void>): TimedAct => ({
    at: instant(time),
    run: (state) => run(state, instant(time)),
  });
  return [
    at('2019-01-15 10:00', beginOld),
    ...REPORTS_2016.map(([person, code, status, reason, revisedTo], index) =>
      at(`2019-04-1${index % 5} 0${8 + (index % 2)}:${10 + index}`, (state, now) =>
        report(state, now, person, code, { status, reason, revisedTo }),
      ),
    ),
    at('2019-03-25 10:00', beginNew),
    at('2019-04-24 11:00', tieToConceptNote),
  ];
}

async function beginOld(state: SeedState, at: string): Promise<void> {
  const planId = await begin(state, at, OLD, {
    title: 'ACCSM Work Plan 2016–2020',
    titleThai: 'แผนงาน ACCSM ค.ศ. 2016–2020',
    fromYear: 2016,
    toYear: 2020,
  });
  await fill(state, at, planId, OLD, AREAS_2016, ROWS_2016, new Map());
  const moved = await movePlan(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    planId,
    to: 'inForce',
    name: 'As entered in January 2019',
  });
  accepted(moved, 'bringing the work plan into force');
}

async function beginNew(state: SeedState, at: string): Promise<void> {
  const planId = await begin(state, at, NEW, {
    title: 'ACCSM Work Plan 2021–2025',
    titleThai: 'แผนงาน ACCSM ค.ศ. 2021–2025',
    fromYear: 2021,
    toYear: 2025,
    documentId: known(state.documents, 'workPlan', 'document'),
    predecessorId: known(state.plans, OLD, 'plan'),
  });
  const carried = new Map(
    CARRIED.map(([here, there]) => [here, known(state.activities, `${OLD}/${there}`, 'activity')]),
  );
  await fill(state, at, planId, NEW, AREAS_2021, ROWS_2021, carried);
}

type SaidOfPlan = Omit<Parameters<typeof createPlan>[2], 'bodyId'>;

async function begin(state: SeedState, at: string, key: string, said: SaidOfPlan): Promise<string> {
  const created = await createPlan(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    bodyId: known(state.bodies, 'ACCSM', 'body'),
    ...said,
  });
  const { planId } = accepted(created, `plan ${key}`);
  state.plans.set(key, planId);
  return planId;
}

async function fill(
  state: SeedState,
  at: string,
  planId: string,
  key: string,
  areas: readonly SeedArea[],
  rows: readonly SeedRow[],
  carried: ReadonlyMap<string, string>,
): Promise<void> {
  const runtime = runtimeAt(state, at);
  const secretariat = actorAt(state, 'secretariat', at);
  const outputs = new Map<string, string>();
  const save = async (
    level: 'area' | 'outcome' | 'output',
    parentId: string | null,
    said: { code: string; title: string; titleThai: string },
  ) => {
    const { code, title, titleThai } = said;
    const input = { planId, level, parentId, code, title, titleThai };
    return accepted(await saveResult(runtime, secretariat, input), `${key} ${code}`).resultId;
  };
  for (const area of areas) {
    const areaId = await save('area', null, area);
    for (const outcome of area.outcomes) {
      const outcomeId = await save('outcome', areaId, outcome);
      for (const [code, title, titleThai, activities] of outcome.outputs) {
        const outputId = await save('output', outcomeId, { code, title, titleThai });
        for (const activity of activities.split(' ')) outputs.set(activity, outputId);
      }
    }
  }
  const written = await changeCells(runtime, secretariat, {
    planId,
    rows: rows.map((row) => {
      const cells = cellsOf(row);
      const carriedFromId = carried.get(cells.code) ?? null;
      const resultId = known(outputs, cells.code, 'output of activity');
      return { key: cells.code, activityId: null, rev: 0, cells: { ...cells, resultId, carriedFromId } };
    }),
  });
  const result = accepted(written, `matrix of ${key}`);
  if (!result.ok) throw new Error(`seed: matrix of ${key}: ${JSON.stringify(result.findings)}`);
  for (const { key: code, activityId } of result.rows) state.activities.set(`${key}/${code}`, activityId);
}

async function report(
  state: SeedState,
  at: string,
  person: PersonKey,
  code: string,
  said: { status: ActivityStatus; reason: string; revisedTo: string | null },
): Promise<void> {
  const planId = known(state.plans, OLD, 'plan');
  const standing = activitiesOf(state.runtime.db, planId).find((activity) => activity.code === code);
  if (standing === undefined) throw new Error(`seed: there is no activity ${code}`);
  const reported = await reportActivity(runtimeAt(state, at), actorAt(state, person, at), {
    planId,
    activityId: standing.id,
    rev: standing.rev,
    cells: {
      status: said.status,
      statusReason: said.reason,
      revisedFrom: standing.revisedFrom,
      revisedTo: said.revisedTo ?? standing.revisedTo,
    },
  });
  accepted(reported, `report on ${code}`);
}

async function tieToConceptNote(state: SeedState, at: string): Promise<void> {
  const { db } = state.runtime;
  const heads = listVersionHeads(db, known(state.documents, 'conceptNote', 'document'));
  const adopted = heads.find(({ kind }) => kind === 'adopted');
  const planId = known(state.plans, OLD, 'plan');
  for (const [code, clauseId] of STEMS) {
    const activity = activitiesOf(db, planId).find((row) => row.code === code);
    const tied = await tieActivity(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
      activityId: activity?.id ?? '',
      rev: activity?.rev ?? -1,
      clauseId,
      versionId: adopted?.id ?? '',
    });
    accepted(tied, `clause of ${code}`);
  }
}
