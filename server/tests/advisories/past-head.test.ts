import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastPosition } from '../../../db/update-log';
import { exportText } from '../../queries/export-text';
import { keptMatrix } from '../../queries/plans';
import { compareThree } from '../../queries/three-way';
import { compareVersions, readVersion } from '../../queries/versions';
import { clearVersion } from '../../use-cases/clear-version';
import { createPlan } from '../../use-cases/create-plan';
import { noteReading } from '../../use-cases/note-reading';
import { restoreVersion } from '../../use-cases/restore-version';
import { takeVersion } from '../../use-cases/take-version';
import { draftStatement } from '../adopted';
import { accepted, ruleOf } from '../outcome';
import { storedRows } from '../stored-rows';
import { BODY, createWorld, type World } from '../world';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
  accepted(
    await takeVersion(world.runtime, world.actor('chair'), { documentId, kind: 'named', name: 'One' }),
  );
});
afterEach(() => world.close());

/** No version has these numbers: past the last, before the first, between two, beyond what is a number here. */
const NUMBERS = [2, 99, 0, -1, 1.5, 2 ** 31, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY];

test.each(NUMBERS)(
  'VE5 (Etherpad 1.9.1: revisions past the head) version %d is read, compared, exported, cleared and restored by nobody',
  async (number) => {
    const { runtime } = world;
    const chair = world.actor('chair');
    const before = storedRows(world);
    const head = world.actor('indonesia');
    const answers = [
      await readVersion(runtime, chair, { documentId, number }),
      await compareVersions(runtime, chair, { documentId, from: 1, to: number }),
      await compareVersions(runtime, chair, { documentId, from: number, to: 'now' }),
      await compareThree(runtime, chair, { documentId, base: 1, a: number, b: 'now', view: 'all', page: 1 }),
      await exportText(runtime, chair, { documentId, number, format: 'json' }),
      await restoreVersion(runtime, chair, { documentId, number }),
      await clearVersion(runtime, head, { documentId, number, clearedOn: '2019-04-22' }),
    ];
    expect(answers.map(ruleOf)).toEqual(answers.map(() => 'VE5'));
    expect(storedRows(world)).toEqual(before);
  },
);

test('VE9 (Etherpad 1.9.1: revisions past the head) nobody has read what was not written yet', async () => {
  const last = lastPosition(world.db, documentId);
  const before = storedRows(world);
  for (const position of [last + 1, 2 ** 53, 0, -1]) {
    const noted = await noteReading(world.runtime, world.actor('reviewer'), { documentId, position });
    expect([position, ruleOf(noted)]).toEqual([position, 'BO10']);
  }
  expect(storedRows(world)).toEqual(before);
});

test('PL2 (Etherpad 1.9.1: revisions past the head) a matrix that was never kept is not there', async () => {
  const plan = { bodyId: BODY, title: 'Plan', fromYear: 2016, toYear: 2020 };
  const secretariat = world.actor('secretariat');
  const { planId } = accepted(await createPlan(world.runtime, secretariat, plan));
  for (const number of [1, ...NUMBERS]) {
    expect(keptMatrix(world.runtime, secretariat, planId, number).ok).toBe(false);
  }
});
