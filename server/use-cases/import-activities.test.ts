import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atomic } from '../../db/atomic';
import { activitiesOf, changesSince, findPlan } from '../../db/plans';
import { driverOf } from '../../db/prepared';
import { findPendingSheet } from '../../db/sheets';
import type { ActivityCells } from '../../domain/plan/matrix';
import type { ActivityWrite } from '../../domain/plan/writes';
import type { SheetRun } from '../../domain/sheets/facts';
import { monitoredPlan } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type World } from '../tests/world';
import { changeCells } from './change-cells';
import { checkSheet } from './check-sheet';
import { importSheet } from './import-sheet';
import { editedPlan } from './plan-act';
import { writeActivities } from './write-activities';

let world: World;
let planId: string;
beforeEach(async () => {
  world = createWorld();
  ({ planId } = await monitoredPlan(world));
});
afterEach(() => world.close());

const HEADER = 'Result,Code,Activity,Lead countries,Planned from,Budget';
const ROWS = 700;

/** So many rows from the first one on, each as `line` says it. */
function csv(rows: number, line: (index: number) => string): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => line(index));
  return new TextEncoder().encode(`${[HEADER, ...lines].join('\n')}\n`);
}

const first = (index: number) => `A,X.${index},Subject ${index},"Indonesia, PH",2019-03,${index * 10}`;
/** Every third row says something else, every fifth is new. */
const second = (index: number) =>
  index % 5 === 0
    ? `A,Y.${index},Another ${index},TH,2019-04,`
    : `A,X.${index},${index % 3 === 0 ? 'Courses' : 'Subject'} ${index},"Indonesia, PH",2019-03,${index}`;

async function check(bytes: Uint8Array, of: World = world): Promise<string> {
  const target = { kind: 'activities', id: planId } as const;
  const input = { target, locale: 'en', fileName: 'a.csv', bytes } as const;
  return accepted(await checkSheet(of.runtime, of.actor('secretariat'), input)).id;
}

function confirm(id: string) {
  const target = { kind: 'activities', id: planId } as const;
  return importSheet(world.runtime, world.actor('secretariat'), { target, locale: 'en', id });
}

/** What stands and how it came about, without the ids that chance gives. */
function all(of: World) {
  const codes = new Map(activitiesOf(of.db, planId).map(({ id, code }) => [id, code]));
  const activities = activitiesOf(of.db, planId).map(({ id: _, resultId: __, ...activity }) => activity);
  const changes = changesSince(of.db, planId, 0).map(({ id: _, activityId, after, ...change }) => ({
    ...change,
    after: change.field === 'added' ? Object.keys(JSON.parse(after) as object) : after,
    activity: codes.get(activityId),
  }));
  return { activities, changes, seq: findPlan(of.db, planId)?.seq };
}

test('XL1 made ready in turns and carried out at once, it is what one transaction would have written', async () => {
  const other = createWorld();
  try {
    const twin = (await monitoredPlan(other)).planId;
    for (const line of [first, second]) {
      accepted(await confirm(await check(csv(ROWS, line))));
      const own = planId;
      planId = twin;
      await check(csv(ROWS, line), other);
      planId = own;
      const actor = other.actor('secretariat');
      const key = { target: `activities:${twin}`, userId: actor.userId, now: other.clock.now() };
      const run = JSON.parse(findPendingSheet(other.db, key)?.findings ?? '') as SheetRun;
      const writes = run.writes.map(({ write }) => write as ActivityWrite);
      atomic(other.db, (tx) =>
        writeActivities(tx, actor, other.clock.now(), accepted(editedPlan(tx, actor, twin)), writes),
      );
    }
    const written = all(world);
    planId = twin;
    const expected = all(other);
    const plain = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll(/plan_\w+|pln_\w+/g, 'plan'));
    expect(written.activities).toHaveLength(ROWS + ROWS / 5);
    expect(plain(written)).toEqual(plain(expected));
  } finally {
    other.close();
  }
});

/** Changes a row of the matrix, or adds one where none has this code. */
async function change(code: string, cells: Partial<ActivityCells>) {
  const row = activitiesOf(world.db, planId).find((activity) => activity.code === code);
  const rows = [{ key: '1', activityId: row?.id ?? null, rev: row?.rev ?? 0, cells }];
  const changed = await changeCells(world.runtime, world.actor('secretariat'), { planId, rows });
  expect(changed).toMatchObject({ ok: true, value: { ok: true } });
}

/** Lets the import do its next turn, in which it reads or lays ready some rows; then somebody changes the matrix. */
async function overtake(code: string, cells: Partial<ActivityCells> = { title: 'Somebody else’s' }) {
  await setImmediate();
  await change(code, cells);
}

const courses = (index: number) => first(index).replace('Subject', 'Courses');
const titleOf = (code: string) =>
  activitiesOf(world.db, planId).find((activity) => activity.code === code)?.title;

test('XL24 a row that somebody changed meanwhile is told, and is not written over', async () => {
  accepted(await confirm(await check(csv(ROWS, first))));
  const importing = confirm(await check(csv(ROWS, courses)));
  await overtake('X.3');
  expect(ruleOf(await importing)).toBe('XL24');
  expect([titleOf('X.1'), titleOf('X.3')]).toEqual(['Subject 1', 'Somebody else’s']);
});

test('XL1 where somebody changes other rows meanwhile, it is made ready anew on what stands then', async () => {
  accepted(await confirm(await check(csv(ROWS, first))));
  const importing = confirm(await check(csv(3, second)));
  await overtake('X.4');
  const resultId = activitiesOf(world.db, planId).find(({ code }) => code === 'X.4')?.resultId ?? '';
  await change('Z.1', { resultId, code: 'Z.1', title: 'Somebody else’s', leads: ['ID'] });
  expect(accepted(await importing).rows).toBe(3);
  expect([titleOf('X.1'), titleOf('X.4')]).toEqual(['Subject 1', 'Somebody else’s']);
  // Its new row has its place after the one that was not there when it began.
  const [theirs, own] = activitiesOf(world.db, planId).slice(-2);
  expect([theirs?.code, own?.code]).toEqual(['Z.1', 'Y.0']);
  expect(own?.position).toBeGreaterThan(theirs?.position ?? Infinity);
});

test('XL24 what did not fit only while somebody else was changing it is no finding', async () => {
  accepted(await confirm(await check(csv(ROWS, first))));
  const id = await check(csv(1, () => first(ROWS)));
  await change('X.1', { code: `X.${ROWS}` });
  const importing = confirm(id);
  await overtake(`X.${ROWS}`, { code: 'X.1' });
  expect(accepted(await importing).rows).toBe(1);
  expect(activitiesOf(world.db, planId)).toHaveLength(ROWS + 1);
});

test('XL1 where somebody is faster each time it is written at once', async () => {
  accepted(await confirm(await check(csv(ROWS, first))));
  let isDone = false;
  const importing = confirm(await check(csv(3, courses))).finally(() => {
    isDone = true;
  });
  let faster = 0;
  for (; !isDone; faster += 1) await overtake('X.4', { title: `Change ${faster}` });
  expect(accepted(await importing).rows).toBe(3);
  expect(titleOf('X.1')).toBe('Courses 1');
  // Each of its tries reads the matrix in three turns.
  expect(faster).toBeGreaterThanOrEqual(9);
});

test('XL1 where the last row cannot be written, none is, and the file waits on', async () => {
  accepted(await confirm(await check(csv(ROWS, first))));
  const before = all(world);
  const id = await check(csv(ROWS, second));
  world.raw(
    `CREATE TRIGGER broken BEFORE INSERT ON activity_changes WHEN NEW.field = 'title' AND NEW."after" LIKE '%${ROWS - 1}%' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
  );
  await expect(confirm(id)).rejects.toThrow('broken');
  expect(all(world)).toEqual(before);
  world.raw('DROP TRIGGER broken');
  expect(accepted(await confirm(id)).rows).toBeGreaterThan(0);
  expect(ruleOf(await confirm(id))).toBe('XL22');
});

test('XL22 what is confirmed twice at once is made ready and written once', async () => {
  accepted(await confirm(await check(csv(1, first))));
  const id = await check(csv(ROWS, second));
  let isDone = false;
  const both = Promise.all([confirm(id), confirm(id)]).finally(() => {
    isDone = true;
  });
  const acts = new Set<number>();
  const staged = driverOf(world.db).prepare('SELECT count(DISTINCT act) FROM temp.staged_activities').pluck();
  for (; !isDone; await setImmediate()) acts.add(Number(staged.get()));
  const [once, twice] = await both;
  expect(accepted(once).rows).toBe(ROWS);
  expect(ruleOf(twice)).toBe('XL22');
  expect([...acts].sort()).toEqual([0, 1]);
});

test('XL1 PO1 whoever loses their rights while it is being made ready writes nothing', async () => {
  const id = await check(csv(ROWS, first));
  const importing = confirm(id);
  await setImmediate();
  const userId = world.actor('secretariat').userId;
  world.raw(`update users set status = 'suspended' where id = '${userId}'`);
  expect(ruleOf(await importing)).toBe('PO1');
  expect(activitiesOf(world.db, planId).filter(({ code }) => code.startsWith('X.'))).toEqual([]);
});
