import { afterEach, beforeEach, expect, test } from 'vitest';
import { appointments } from '../../../db/schema/bodies';
import type { Actor } from '../../../domain/policy/can';
import { refreshSearchIndex } from '../../jobs/search-index';
import { listUsers } from '../../queries/accounts';
import { appointmentChoices } from '../../queries/appointment-choices';
import { exportAudit, readAudit } from '../../queries/audit';
import { bodiesFor } from '../../queries/bodies';
import { listRounds as listBrainstorms } from '../../queries/brainstorm';
import { listCentres } from '../../queries/centres';
import { listDocuments } from '../../queries/documents';
import { homeFor } from '../../queries/home';
import { inboxFor, unreadCount } from '../../queries/inbox';
import { everyAction } from '../../queries/meeting-actions';
import { meetingsFor } from '../../queries/meetings';
import { negotiations } from '../../queries/negotiations';
import { openRounds } from '../../queries/open-rounds';
import { listPlans } from '../../queries/plans';
import { owedReturns } from '../../queries/rounds';
import { search } from '../../queries/search';
import { sourceTasks } from '../../queries/source-tasks';
import { saveCentre } from '../../use-cases/centres';
import { saveAction } from '../../use-cases/meeting-actions';
import { adoptedStatement } from '../adopted';
import { closedRound } from '../brainstorm';
import { addIndicator, monitoredPlan, openedRound } from '../monitoring';
import { accepted } from '../outcome';
import { storedRows } from '../stored-rows';
import { negotiatedStatement, tabled } from '../tabled';
import { BODY, createWorld, MEETING, OTHER_BODY, type World } from '../world';

let world: World;
beforeEach(async () => {
  world = createWorld();
  const secretariat = world.actor('secretariat');
  await adoptedStatement(world);
  const documentId = await negotiatedStatement(world);
  await tabled(world, documentId, { country: 'ID' });
  await closedRound(world);
  const given = { wording: 'Send the sheets.', who: ['ID', ''], dueOn: '2019-06-30' };
  accepted(await saveAction(world.runtime, secretariat, { meetingId: MEETING, ...given }));
  const centre = { bodyId: BODY, country: 'ID', name: 'Centre on Leadership', since: '2016-01-01' };
  accepted(await saveCentre(world.runtime, secretariat, centre));
  const plan = await monitoredPlan(world);
  await addIndicator(world, plan, 'I.1');
  await openedRound(world, plan);
  await refreshSearchIndex(world.runtime);
  // Of the same country as the head of a delegation here, and in charge of people and the trail there.
  const span = { from: '2016-01-01T00:00:00.000Z', to: null, bodyId: OTHER_BODY };
  const role = {
    id: 'appointment_other',
    userId: 'user_stranger',
    role: 'secretariat' as const,
    country: null,
  };
  world.db
    .insert(appointments)
    .values({ ...role, ...span })
    .run();
});
afterEach(() => world.close());

/** Everything that is told of several things at once, without anybody having named one of them. */
async function lists(actor: Actor): Promise<string> {
  const { runtime } = world;
  const trail = await exportAudit(runtime, actor, {});
  return JSON.stringify([
    await homeFor(runtime, actor),
    await listDocuments(runtime, actor),
    inboxFor(runtime, actor, { unreadOnly: false, documentId: null, before: null }),
    unreadCount(runtime, actor),
    await readAudit(runtime, actor, {}),
    trail.ok ? [...trail.value] : trail,
    await search(runtime, actor, 'civil', { limit: 50 }),
    await search(runtime, actor, 'skills', { limit: 50 }),
    await meetingsFor(runtime, actor),
    await negotiations(runtime, actor),
    await sourceTasks(runtime, actor),
    everyAction(runtime, actor),
    listPlans(runtime, actor),
    listBrainstorms(runtime, actor),
    listCentres(runtime, actor),
    openRounds(runtime, actor),
    owedReturns(runtime, actor),
    await bodiesFor(runtime, actor),
    await listUsers(runtime, actor),
    appointmentChoices(runtime, actor),
  ]);
}

/** Ids of everything in the database but what is the other body's own. */
function idsHere(): string[] {
  const ids = storedRows(world).flatMap((row) =>
    [...row.matchAll(/"(?:id|\w+Id)":"([\w-]{6,})"/g)].map(([, id]) => id ?? ''),
  );
  return [...new Set(ids)].filter((id) => !/_(other|stranger)$/.test(id));
}

test('PO4 AU4 (Outline CVE-2026-28506: a list of events tells ids of what one may not read) no list tells a member of another body one id, or the words, of this one', async () => {
  const ids = idsHere();
  expect(ids.length).toBeGreaterThan(80);
  const told = await lists(world.actor('stranger'));
  expect(ids.filter((id) => told.includes(id))).toEqual([]);
  expect(told).not.toMatch(/civil service|digital skills|Centre on Leadership/);
  // The test can fail: whoever is of this body is told most of it.
  const own = await lists(world.actor('secretariat'));
  expect(ids.filter((id) => own.includes(id)).length).toBeGreaterThan(30);
});
