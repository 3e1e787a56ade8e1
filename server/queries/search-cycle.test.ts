import { afterEach, beforeEach, expect, test } from 'vitest';
import { findIndicator } from '../../db/indicators';
import { refreshSearchIndex } from '../jobs/search-index';
import { closedRound, enter, openRound } from '../tests/brainstorm';
import { addIndicator, monitoredPlan } from '../tests/monitoring';
import { accepted } from '../tests/outcome';
import { BODY, createWorld, MEETING, type Person, type World } from '../tests/world';
import { addActivity } from '../use-cases/add-activity';
import { closeBrainstorm } from '../use-cases/brainstorm-closing';
import { mergeClusters, saveCluster } from '../use-cases/brainstorm-clusters';
import { enterInput } from '../use-cases/brainstorm-inputs';
import { saveCentre, saveProgramme, setCentreTheme, writeCentreReport } from '../use-cases/centres';
import { retireIndicator } from '../use-cases/indicators';
import { saveAction } from '../use-cases/meeting-actions';
import { takeMeetingDecision } from '../use-cases/meeting-decisions';
import { saveResult } from '../use-cases/save-result';
import { search } from './search';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const as = (person: Person) => world.actor(person);

async function finds(person: Person, question: string): Promise<string[]> {
  await refreshSearchIndex(world.runtime);
  const { found } = await search(world.runtime, as(person), question, { limit: 20 });
  return found.map(({ kind, place }) => `${kind} ${place}`.trim());
}

async function hrefs(person: Person, question: string): Promise<string[]> {
  const { found } = await search(world.runtime, as(person), question, { limit: 20 });
  return found.map(({ href }) => href);
}

test('SE2 what meetings say and give to do is found in English and in Thai, each leading to its place', async () => {
  const { runtime } = world;
  accepted(
    await takeMeetingDecision(runtime, as('chair'), {
      meetingId: MEETING,
      agendaItemId: null,
      verb: 'tookNote',
      wording: 'The Meeting took note of the zebra report.',
      wordingThai: 'ที่ประชุมรับทราบรายงานม้าลาย',
    }),
  );
  const { actionId } = accepted(
    await saveAction(runtime, as('chair'), {
      meetingId: MEETING,
      wording: 'Send the zebra sheets.',
      wordingThai: 'จัดส่งแบบม้าลาย',
      who: ['PH'],
      dueOn: null,
    }),
  );
  const meeting = 'Senior Officials’ Meeting for the 20th ACCSM';
  expect((await finds('observer', 'zebra')).sort()).toEqual([`action ${meeting}`, 'decision 1']);
  expect((await finds('philippines', 'ม้าลาย')).sort()).toEqual([`action ${meeting}`, 'decision 1']);
  expect(await hrefs('philippines', 'Send zebra')).toEqual([`/meetings/${MEETING}/actions#${actionId}`]);
  expect(await finds('indonesia', 'Senior Officials')).toContain('meeting');
  expect(await finds('stranger', 'zebra')).toEqual([]);
  // Another body has meetings of its own.
  expect(await hrefs('stranger', 'Senior Officials')).not.toContain(`/meetings/${MEETING}`);
});

test('SE1 BS6 rounds and clusters are found by whoever may enter the body; what is covered by its own delegation alone', async () => {
  const { runtime } = world;
  const { roundId, inputIds } = await closedRound(world);
  const write = async (title: string, synthesis: string) =>
    accepted(
      await saveCluster(runtime, as('secretariat'), { roundId, title, synthesis, inputIds: [inputIds[0]] }),
    ).clusterId;
  const kept = await write('Giraffes at the border', 'ยีราฟที่ชายแดน');
  const gone = await write('Giraffes elsewhere', '');
  expect(await finds('observer', 'giraffes')).toEqual(['cluster', 'cluster']);
  expect(await finds('philippines', 'ยีราฟ')).toEqual(['cluster']);
  expect(await hrefs('philippines', 'ยีราฟ')).toEqual([`/brainstorm/${roundId}?by=cluster#${kept}`]);
  expect(await finds('indonesia', 'stands in the way')).toEqual(['round']);
  accepted(await mergeClusters(runtime, as('secretariat'), { clusterId: gone, rev: 0, intoId: kept }));
  expect(await finds('observer', 'giraffes')).toEqual(['cluster']);
  expect(await finds('stranger', 'giraffes')).toEqual([]);

  const hidden = await openRound(world);
  accepted(
    await enterInput(runtime, as('indonesia'), {
      roundId: hidden,
      kind: 'challenge',
      words: 'Okapi in the provinces.',
      evidence: 'Survey of okapi, 2018.',
      language: 'en',
      tags: [],
    }),
  );
  await enter(world, hidden, 'philippines', 'Nothing of the kind.');
  expect(await finds('indonesia', 'okapi 2018')).toEqual(['input Challenges and proposals']);
  for (const person of ['philippines', 'thaiDelegate', 'observer', 'reviewer', 'auditor'] as const)
    expect([person, await finds(person, 'okapi')]).toEqual([person, []]);
  accepted(await closeBrainstorm(runtime, as('chair'), { roundId: hidden }));
  expect(await finds('philippines', 'okapi')).toEqual(['input Challenges and proposals']);
});

test('SE2 SE1 plans with their areas, activities and indicators; a retired indicator is not', async () => {
  const { runtime } = world;
  const plan = await monitoredPlan(world);
  const { planId, areaId } = plan;
  accepted(
    await saveResult(runtime, as('secretariat'), {
      planId,
      level: 'outcome',
      parentId: areaId,
      code: 'A.1',
      title: 'Leaders of tapir services',
      titleThai: 'ผู้นำสมเสร็จ',
    }),
  );
  const cells = { resultId: areaId, code: 'A.1.1', title: 'Course on tapir services', leads: ['ID'] };
  accepted(await addActivity(runtime, as('secretariat'), { planId, cells }));
  const indicatorId = await addIndicator(world, plan, 'I.1', {
    title: 'Tapir services held',
    definition: 'Those held in person',
  });
  expect((await finds('reviewer', 'tapir')).sort()).toEqual(['activity A.1.1', 'indicator I.1', 'plan A.1']);
  expect(await finds('reviewer', 'สมเสร็จ')).toEqual(['plan A.1']);
  expect(await hrefs('reviewer', 'held in person')).toEqual([`/plans/${planId}/indicators#${indicatorId}`]);
  expect(await finds('stranger', 'tapir')).toEqual([]);
  const rev = findIndicator(world.db, indicatorId)?.rev ?? 0;
  accepted(await retireIndicator(runtime, as('secretariat'), { indicatorId, rev }));
  expect(await finds('reviewer', 'held in person')).toEqual([]);
});

test('SE1 RC4 centres with themes, programmes and submitted reports; the draft of a report is nobody’s to find', async () => {
  const { runtime } = world;
  const said = { name: 'ARC Indonesia', host: 'BKN', focalPoint: '', contact: '', since: '1989-06-01' };
  const { centreId } = accepted(
    await saveCentre(runtime, as('secretariat'), {
      bodyId: BODY,
      country: 'ID',
      nameThai: 'ศูนย์อินโดนีเซีย',
      ...said,
    }),
  );
  accepted(
    await setCentreTheme(runtime, as('secretariat'), {
      centreId,
      theme: 'Pool of lemurs',
      from: '2015-01-01',
    }),
  );
  const programme = { centreId, title: 'Lemur course', startsOn: '2019-03-04', endsOn: '2019-03-08' };
  accepted(
    await saveProgramme(runtime, as('indonesia'), {
      ...programme,
      participants: null,
      countries: ['ID'],
      activityIds: [],
    }),
  );
  const report = (submit: boolean, seenAt: string) =>
    writeCentreReport(runtime, as('indonesia'), {
      centreId,
      year: 2018,
      words: 'Two courses on aardvarks were held.',
      submit,
      seenAt,
    });
  accepted(await report(false, ''));
  expect(await finds('observer', 'lemur')).toEqual(['centre ARC Indonesia', 'centre ARC Indonesia']);
  expect(await finds('observer', 'ศูนย์อินโดนีเซีย')).toEqual(['centre']);
  expect(await hrefs('observer', 'lemur course')).toEqual([`/centres/${centreId}`]);
  for (const person of ['indonesia', 'observer', 'secretariat'] as const)
    expect(await finds(person, 'aardvarks')).toEqual([]);
  accepted(await report(true, world.clock.now()));
  expect(await finds('observer', 'aardvarks')).toEqual(['centre ARC Indonesia, 2018']);
  expect(await finds('stranger', 'lemur')).toEqual([]);
});

test('what the cycle says is read again after an act, and not while the trail stands where it stood', async () => {
  const { runtime } = world;
  await refreshSearchIndex(runtime);
  expect(await refreshSearchIndex(runtime)).toBe(0);
  world.raw('UPDATE meetings SET title = ? WHERE id = ?', 'Walrus Meeting', MEETING);
  expect(await refreshSearchIndex(runtime)).toBe(0);
  await openRound(world);
  expect(await finds('indonesia', 'walrus')).toContain('meeting');
});
