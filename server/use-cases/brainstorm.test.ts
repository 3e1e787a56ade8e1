import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findInput } from '../../db/brainstorm';
import { refreshSearchIndex } from '../jobs/search-index';
import { readAudit } from '../queries/audit';
import { getRound, listRounds, roundStamp } from '../queries/brainstorm';
import { search } from '../queries/search';
import { closedRound, enter, openRound, SKILLS } from '../tests/brainstorm';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, type World } from '../tests/world';
import { closeBrainstorm } from './brainstorm-closing';
import { gatherInputs, mergeClusters, releaseInput, saveCluster, splitCluster } from './brainstorm-clusters';
import { enterInput, noteInput, withdrawInput } from './brainstorm-inputs';
import { openBrainstorm } from './brainstorm-round';
import { giveDots } from './give-dots';
import { moveCluster } from './move-cluster';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const view = async (person: Person, roundId: string) =>
  accepted(await getRound(world.runtime, world.actor(person), roundId));
const close = (person: Person, roundId: string) =>
  closeBrainstorm(world.runtime, world.actor(person), { roundId });

describe('rounds', () => {
  test('PO4 PO1 the chair and the secretariat open and close them; other bodies know of none', async () => {
    const asked = { bodyId: BODY, meetingId: null, title: 'A round', tags: [], isHidden: false, dots: 0 };
    const open = (person: Person, more: object = {}) =>
      openBrainstorm(world.runtime, world.actor(person), { ...asked, ...more });
    for (const person of ['indonesia', 'observer', 'reviewer', 'auditor', 'administrator'] as const)
      expect(ruleOf(await open(person))).toBe('PO4');
    expect(ruleOf(await open('stranger'))).toBe('PO1');
    expect(ruleOf(await open('chair', { title: ' ' }))).toBe('BO10');
    expect(ruleOf(await open('chair', { meetingId: 'meeting_other' }))).toBe('BO10');
    expect(ruleOf(await open('chair', { dots: 99 }))).toBe('BS12');
    const { roundId } = accepted(await open('chair'));
    expect(ruleOf(await close('indonesia', roundId))).toBe('PO4');
    expect(ruleOf(await close('stranger', roundId))).toBe('PO1');
    expect(ruleOf(await close('secretariat', 'rnd_none'))).toBe('PO1');
    accepted(await close('secretariat', roundId));
    expect(ruleOf(await close('secretariat', roundId))).toBe('BS4');
    expect(ruleOf(await getRound(world.runtime, world.actor('stranger'), roundId))).toBe('PO1');
    expect(listRounds(world.runtime, world.actor('stranger'))).toEqual([]);
    expect(listRounds(world.runtime, world.actor('observer'))).toMatchObject([{ round: { id: roundId } }]);
  });
});

describe('inputs', () => {
  test('BS4 a late one is refused and told since when', async () => {
    const { roundId } = await closedRound(world);
    const late = await enterInput(world.runtime, world.actor('indonesia'), {
      roundId,
      kind: 'proposal',
      words: 'Too late.',
      language: 'en',
      tags: [],
    });
    expect(late).toEqual({ ok: false, rule: 'BS4', detail: { closedAt: '2019-04-23T02:00:00.000Z' } });
  });

  test('PO4 delegations enter inputs, each for its own country', async () => {
    const roundId = await openRound(world);
    const inputId = await enter(world, roundId, 'philippines', SKILLS);
    expect(findInput(world.db, inputId)).toMatchObject({ country: 'PH', tags: '["t1"]' });
    const say = (person: Person) =>
      enterInput(world.runtime, world.actor(person), {
        roundId,
        kind: 'challenge',
        words: 'Words',
        language: 'en',
        tags: [],
      });
    for (const person of ['reviewer', 'observer', 'secretariat', 'auditor'] as const)
      expect(ruleOf(await say(person))).toBe('PO4');
    expect(ruleOf(await say('stranger'))).toBe('PO1');
  });

  test('BS7 one’s own is withdrawn while the round is open, once', async () => {
    const roundId = await openRound(world, { isHidden: false });
    const inputId = await enter(world, roundId, 'indonesia', SKILLS);
    const withdraw = (person: Person) => withdrawInput(world.runtime, world.actor(person), { inputId });
    expect(ruleOf(await withdraw('philippines'))).toBe('BS7');
    expect(ruleOf(await withdraw('secretariat'))).toBe('PO4');
    accepted(await withdraw('indonesia'));
    expect(ruleOf(await withdraw('indonesia'))).toBe('BS7');
    expect((await view('philippines', roundId)).inputs).toEqual([]);
    expect((await view('indonesia', roundId)).inputs).toMatchObject([{ isWithdrawn: true }]);
    const { inputIds } = await closedRound(world);
    const late = withdrawInput(world.runtime, world.actor('indonesia'), { inputId: inputIds[0] });
    expect(ruleOf(await late)).toBe('BS4');
  });

  test('BS1 the database itself keeps the words of an input and the remarks beside it', async () => {
    const roundId = await openRound(world);
    const inputId = await enter(world, roundId, 'indonesia', SKILLS);
    accepted(
      await noteInput(world.runtime, world.actor('secretariat'), { inputId, words: 'In which provinces?' }),
    );
    const raw = (statement: string) => () => world.raw(statement);
    expect(raw("UPDATE inputs SET words = 'Other words'")).toThrow('BS1');
    expect(raw('DELETE FROM inputs')).toThrow('BS1');
    expect(raw('DELETE FROM input_notes')).toThrow('BS1');
  });

  test('BS13 whoever takes part remarks on what they see', async () => {
    const { roundId, inputIds } = await closedRound(world);
    const note = (person: Person, words = 'Noted.') =>
      noteInput(world.runtime, world.actor(person), { inputId: inputIds[0], words });
    expect(ruleOf(await note('reviewer'))).toBe('PO4');
    expect(ruleOf(await note('stranger'))).toBe('PO1');
    expect(ruleOf(await note('philippines', ' '))).toBe('BS13');
    accepted(await note('philippines'));
    accepted(await note('chair'));
    const [first] = (await view('observer', roundId)).inputs;
    expect(first?.notes.map(({ country }) => country)).toEqual(['PH', null]);
  });
});

describe('BS6 a hidden round that is open', () => {
  /** Everything that somebody is told of rounds, by every query that pages and routes are made of. */
  async function told(
    of: World,
    person: Person,
    roundId: string,
    inputIds: readonly string[],
  ): Promise<string> {
    const { runtime } = of;
    const actor = of.actor(person);
    const answers = [
      listRounds(runtime, actor),
      await getRound(runtime, actor, roundId),
      await search(runtime, actor, 'SECRET', { limit: 50 }),
      await search(runtime, actor, 'skills', { limit: 50 }),
      await readAudit(runtime, actor, {}),
      await Promise.all(inputIds.map((inputId) => noteInput(runtime, actor, { inputId, words: 'Seen?' }))),
      await Promise.all(inputIds.map((inputId) => withdrawInput(runtime, actor, { inputId }))),
    ];
    const ids = new Map<string, string>();
    return JSON.stringify(answers).replace(/[a-z]{3,8}_[0-9a-z]{16}|[0-9a-f]{64}/g, (id) => {
      const known = ids.get(id) ?? `#${ids.size}`;
      ids.set(id, known);
      return known;
    });
  }

  test('two worlds differ in what Indonesia entered, withdrew and remarked: nobody but Indonesia and the head table can tell', async () => {
    const [full, bare] = [createWorld(), createWorld()];
    try {
      const live = async (of: World, withInner: boolean) => {
        const roundId = await openRound(of);
        await enter(of, roundId, 'philippines', 'Digital skills are in the open for the Philippines.');
        const inner: string[] = [];
        of.clock.advance(60);
        if (withInner) {
          inner.push(await enter(of, roundId, 'indonesia', 'SECRET digital skills'));
          inner.push(await enter(of, roundId, 'indonesia', 'SECRET withdrawn'));
          accepted(await withdrawInput(of.runtime, of.actor('indonesia'), { inputId: inner[1] ?? '' }));
          accepted(
            await noteInput(of.runtime, of.actor('indonesia'), {
              inputId: inner[0] ?? '',
              words: 'SECRET remark',
            }),
          );
        }
        of.clock.advance(60);
        await refreshSearchIndex(of.runtime);
        return { roundId, inner };
      };
      const [one, other] = [await live(full, true), await live(bare, false)];
      const outsiders = [
        'philippines',
        'thaiDelegate',
        'reviewer',
        'observer',
        'auditor',
        'administrator',
      ] as const;
      for (const person of outsiders) {
        const inFull = await told(full, person, one.roundId, one.inner);
        const inBare = await told(bare, person, other.roundId, [
          'inp_aaaaaaaaaaaaaaaa',
          'inp_bbbbbbbbbbbbbbbb',
        ]);
        expect(inFull, person).not.toContain('SECRET');
        expect(inFull, person).toBe(inBare);
        const stampOf = (of: World, roundId: string) => roundStamp(of.runtime, of.actor(person), roundId);
        expect((await stampOf(full, one.roundId)).ok).toBe(true);
      }
      // The test can fail: whoever is inside is told, and so is the head table.
      for (const person of ['indonesia', 'chair', 'secretariat'] as const)
        expect(await told(full, person, one.roundId, []), person).toContain('SECRET');
    } finally {
      full.close();
      bare.close();
    }
  });

  test('the stamp of a page stays while nothing on it changes, and changes when it closes', async () => {
    const roundId = await openRound(world);
    const stamp = async (person: Person) =>
      accepted(await roundStamp(world.runtime, world.actor(person), roundId));
    const [before, headBefore] = [await stamp('philippines'), await stamp('chair')];
    await enter(world, roundId, 'indonesia', SKILLS);
    expect(await stamp('philippines')).toBe(before);
    expect(await stamp('chair')).not.toBe(headBefore);
    accepted(await close('chair', roundId));
    expect(await stamp('philippines')).not.toBe(before);
    expect((await view('philippines', roundId)).inputs).toHaveLength(1);
  });

  test('BS8 nothing is gathered or weighed before it closes; the trail seals it then', async () => {
    const roundId = await openRound(world);
    const inputId = await enter(world, roundId, 'indonesia', SKILLS);
    const secretariat = world.actor('secretariat');
    expect(
      ruleOf(
        await saveCluster(world.runtime, secretariat, { roundId, title: 'Skills', inputIds: [inputId] }),
      ),
    ).toBe('BS8');
    expect(
      ruleOf(await giveDots(world.runtime, world.actor('indonesia'), { roundId, dots: {}, seen: '' })),
    ).toBe('BS8');
    const kinds = async () => {
      const { events } = accepted(await readAudit(world.runtime, world.actor('auditor'), {}));
      return events.filter(({ subjectId }) => subjectId === roundId).map(({ kind }) => kind);
    };
    expect(await kinds()).toEqual(['brainstorm.opened']);
    accepted(await close('chair', roundId));
    expect(await kinds()).toEqual(['brainstorm.closed', 'brainstorm.opened']);
  });
});

describe('clusters', () => {
  let roundId: string;
  let inputIds: [string, string, string];
  beforeEach(async () => {
    ({ roundId, inputIds } = await closedRound(world));
  });
  const write = (person: Person, more: object = {}) =>
    saveCluster(world.runtime, world.actor(person), { roundId, title: 'Digital skills', tag: 't1', ...more });
  const clusters = async () => (await view('observer', roundId)).clusters;

  test('BS9 BS19 the secretariat writes them, gathers, changes what stands', async () => {
    expect(ruleOf(await write('chair'))).toBe('PO4');
    expect(ruleOf(await write('stranger'))).toBe('PO1');
    expect(ruleOf(await write('secretariat', { tag: 't9' }))).toBe('BO10');
    expect(ruleOf(await write('secretariat', { title: '' }))).toBe('BO10');
    expect(ruleOf(await write('secretariat', { inputIds: ['inp_none'] }))).toBe('BS9');
    const { clusterId } = accepted(await write('secretariat', { inputIds: [inputIds[0], inputIds[0]] }));
    const gather = (ids: readonly string[]) =>
      gatherInputs(world.runtime, world.actor('secretariat'), { clusterId, inputIds: ids });
    expect(ruleOf(await gather([]))).toBe('BS9');
    expect(accepted(await gather([inputIds[0], inputIds[2]]))).toEqual({ gathered: 1 });
    expect(await clusters()).toMatchObject([
      { inputIds: [inputIds[0], inputIds[2]], countries: ['ID', 'TH'] },
    ]);
    // A page from before the gathering shows other contents.
    expect(ruleOf(await write('secretariat', { clusterId, rev: 0, synthesis: 'Unseen.' }))).toBe('BS19');
    accepted(await write('secretariat', { clusterId, rev: 1, synthesis: 'Shared by many.' }));
    expect(ruleOf(await write('secretariat', { clusterId, rev: 1, synthesis: 'Over it.' }))).toBe('BS19');
    const release = () =>
      releaseInput(world.runtime, world.actor('secretariat'), { clusterId, inputId: inputIds[0] });
    accepted(await release());
    expect(ruleOf(await release())).toBe('BS19');
  });

  test('BS7 BS9 what is withdrawn leaves its clusters, and is no more there for others', async () => {
    const open = await openRound(world, { isHidden: false });
    const ids = [
      await enter(world, open, 'indonesia', 'One.'),
      await enter(world, open, 'philippines', 'Two.'),
    ] as const;
    const secretariat = world.actor('secretariat');
    const { clusterId } = accepted(
      await saveCluster(world.runtime, secretariat, {
        roundId: open,
        title: 'Both',
        tag: 't1',
        inputIds: ids,
      }),
    );
    accepted(await withdrawInput(world.runtime, world.actor('indonesia'), { inputId: ids[0] }));
    expect((await view('philippines', open)).clusters).toMatchObject([{ id: clusterId, inputIds: [ids[1]] }]);
    const remark = (person: Person) =>
      noteInput(world.runtime, world.actor(person), { inputId: ids[0], words: 'Why?' });
    expect(ruleOf(await remark('philippines'))).toBe('PO1');
    accepted(await remark('indonesia'));
  });

  test('BS21 duplicates are suggested to whoever gathers, until a cluster holds them together', async () => {
    expect((await view('secretariat', roundId)).alike.map(({ a, b }) => [a, b].sort())).toEqual([
      [inputIds[0], inputIds[2]].sort(),
    ]);
    expect((await view('indonesia', roundId)).alike).toEqual([]);
    accepted(await write('secretariat', { inputIds: [inputIds[0], inputIds[2]] }));
    expect((await view('secretariat', roundId)).alike).toEqual([]);
  });

  test('BS10 BS11 BS12 a merger carries inputs and dots along; a split leaves some; both stay on record', async () => {
    const one = accepted(await write('secretariat', { inputIds: [inputIds[0], inputIds[1]] })).clusterId;
    const two = accepted(
      await write('secretariat', { title: 'Skills', inputIds: [inputIds[1], inputIds[2]] }),
    ).clusterId;
    accepted(
      await giveDots(world.runtime, world.actor('indonesia'), {
        roundId,
        dots: { [one]: 2, [two]: 3 },
        seen: '',
      }),
    );
    const merge = (rev: number, intoId = one) =>
      mergeClusters(world.runtime, world.actor('secretariat'), { clusterId: two, rev, intoId });
    expect(ruleOf(await merge(7))).toBe('BS19');
    expect(ruleOf(await merge(0, two))).toBe('BO10');
    accepted(await merge(0));
    expect(ruleOf(await merge(1))).toBe('BS10');
    expect(await clusters()).toMatchObject([
      {
        id: one,
        inputIds: [inputIds[0], inputIds[1], inputIds[2]],
        dots: { dots: 5, countries: ['ID'] },
        mergedFrom: ['Skills'],
      },
    ]);
    const split = (ids: readonly string[], rev = 1) =>
      splitCluster(world.runtime, world.actor('secretariat'), {
        clusterId: one,
        rev,
        title: 'Monitoring',
        inputIds: ids,
      });
    expect(ruleOf(await split([]))).toBe('BS11');
    expect(ruleOf(await split(inputIds))).toBe('BS11');
    // So does one from before the merger.
    expect(ruleOf(await split([inputIds[1]], 0))).toBe('BS19');
    accepted(await split([inputIds[1]]));
    expect(await clusters()).toMatchObject([
      { id: one, inputIds: [inputIds[0], inputIds[2]] },
      { title: 'Monitoring', inputIds: [inputIds[1]], splitFrom: 'Digital skills', countries: ['PH'] },
    ]);
  });

  test('BS26 BS19 the secretariat orders them, from a page that shows the order as it stands', async () => {
    const made: string[] = [];
    for (const title of ['First', 'Second', 'Third'])
      made.push(accepted(await write('secretariat', { title })).clusterId);
    const titles = async () => (await clusters()).map(({ title }) => title);
    const move = async (person: Person, index: number, direction: string, seen: readonly string[] = made) =>
      moveCluster(world.runtime, world.actor(person), { clusterId: made[index] ?? '', direction, seen });
    expect(ruleOf(await move('chair', 2, 'up'))).toBe('PO4');
    expect(ruleOf(await move('stranger', 2, 'up'))).toBe('PO1');
    expect(ruleOf(await move('secretariat', 2, 'sideways'))).toBe('BO10');
    const revs = (await clusters()).map(({ rev }) => rev);
    accepted(await move('secretariat', 2, 'up'));
    expect(await titles()).toEqual(['First', 'Third', 'Second']);
    // A second hand that still sees the old order moves nothing; who changes the words of a cluster is not in its way.
    expect(ruleOf(await move('secretariat', 0, 'down'))).toBe('BS19');
    expect((await clusters()).map(({ rev }) => rev)).toEqual(revs);
    accepted(await write('secretariat', { title: 'Fourth' }));
    expect((await titles()).at(-1)).toBe('Fourth');
  });

  test('BS12 BS19 the head of a delegation gives dots, no more than there are, seeing what was given', async () => {
    const { clusterId } = accepted(await write('secretariat'));
    const give = (person: Person, dots: Record<string, number>, seen = '') =>
      giveDots(world.runtime, world.actor(person), { roundId, dots, seen });
    expect(ruleOf(await give('philippines', { [clusterId]: 1 }))).toBe('PO4');
    expect(ruleOf(await give('chair', { [clusterId]: 1 }))).toBe('PO4');
    expect(ruleOf(await give('indonesia', { [clusterId]: 6 }))).toBe('BS12');
    expect(ruleOf(await give('indonesia', { cls_none: 1 }))).toBe('BS10');
    accepted(await give('indonesia', { [clusterId]: 4 }));
    expect(ruleOf(await give('indonesia', { [clusterId]: 1 }))).toBe('BS19');
    const { dotsSeen } = await view('indonesia', roundId);
    accepted(await give('indonesia', { [clusterId]: 1 }, dotsSeen));
    expect(await clusters()).toMatchObject([{ dots: { dots: 1, countries: ['ID'] }, own: 0 }]);
  });
});
