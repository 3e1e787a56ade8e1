import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atomic } from '../../db/atomic';
import { activitiesOf, changesSince, findPlan } from '../../db/plans';
import { findPendingSheet } from '../../db/sheets';
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

/** Changes the title of a row of the matrix while an import is being made ready. */
async function overtake(code: string) {
  await setImmediate();
  const row = activitiesOf(world.db, planId).find((activity) => activity.code === code);
  const rows = [
    { key: '1', activityId: row?.id ?? '', rev: row?.rev ?? 0, cells: { title: 'Somebody else’s' } },
  ];
  const changed = await changeCells(world.runtime, world.actor('secretariat'), { planId, rows });
  expect(changed).toMatchObject({ ok: true, value: { ok: true } });
}

test('XL24 who changes another row meanwhile loses nothing, and nothing of the file is lost', async () => {
  accepted(await confirm(await check(csv(ROWS, first))));
  const importing = confirm(await check(csv(ROWS, (index) => first(index).replace('Subject', 'Courses'))));
  await overtake('X.3');
  // The row of the file names the revision that it saw, so it is told of the change.
  expect(ruleOf(await importing)).toBe('XL24');
  const importingRest = confirm(await check(csv(3, (index) => first(index).replace('Subject', 'Courses'))));
  await overtake('X.4');
  expect(accepted(await importingRest).rows).toBe(3);
  const titles = new Map(activitiesOf(world.db, planId).map(({ code, title }) => [code, title]));
  expect([titles.get('X.1'), titles.get('X.3'), titles.get('X.4')]).toEqual([
    'Courses 1',
    'Somebody else’s',
    'Somebody else’s',
  ]);
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

test('XL22 what is confirmed twice at once is written once', async () => {
  const id = await check(csv(ROWS, first));
  const outcomes = await Promise.all([confirm(id), confirm(id)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(activitiesOf(world.db, planId)).toHaveLength(ROWS);
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
