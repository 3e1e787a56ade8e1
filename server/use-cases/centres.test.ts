import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getCentre, listCentres } from '../queries/centres';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, type World } from '../tests/world';
import { removeProgramme, saveCentre, saveProgramme, setCentreTheme, writeCentreReport } from './centres';

const SAID = { name: 'ARC Indonesia', host: 'BKN', focalPoint: '', contact: '', since: '1989-06-01' };

describe('resource centres', () => {
  let world: World;
  let centreId: string;
  beforeEach(async () => {
    world = createWorld();
    centreId = accepted(
      await saveCentre(world.runtime, world.actor('secretariat'), { bodyId: BODY, country: 'ID', ...SAID }),
    ).centreId;
  });
  afterEach(() => world.close());

  const view = (person: Person) => accepted(getCentre(world.runtime, world.actor(person), centreId));
  const theme = (words: string, from: string, person: Person = 'secretariat') =>
    setCentreTheme(world.runtime, world.actor(person), { centreId, theme: words, from });
  const programme = (person: Person, more: object = {}) =>
    saveProgramme(world.runtime, world.actor(person), {
      centreId,
      title: 'Pool of experts',
      startsOn: '2019-03-04',
      endsOn: '2019-03-08',
      participants: null,
      countries: ['ID', 'TH'],
      activityIds: [],
      ...more,
    });
  const report = (person: Person, submit: boolean, year = 2018, words = 'Two courses were held.') => {
    const seenAt = view('indonesia').reports.find((shown) => shown.year === year)?.at ?? '';
    return writeCentreReport(world.runtime, world.actor(person), { centreId, year, words, submit, seenAt });
  };

  test('RC1 a new theme ends the one before, and begins later', async () => {
    accepted(await theme('Managing new technologies', '2005-01-01'));
    accepted(await theme('ASEAN pool of experts', '2015-11-17'));
    expect(ruleOf(await theme('Something older', '2010-01-01'))).toBe('RC1');
    expect(ruleOf(await theme('No day', '2010-02-30'))).toBe('BO10');
    const { theme: now, themes } = view('reviewer');
    expect(now?.theme).toBe('ASEAN pool of experts');
    expect(themes.map(({ from, to }) => [from, to])).toEqual([
      ['2015-11-17', null],
      ['2005-01-01', '2015-11-17'],
    ]);
  });

  test('RC2 programmes are entered by the centre’s delegation and the secretariat; nobody knows is not nobody', async () => {
    accepted(await programme('indonesia'));
    accepted(await programme('secretariat', { title: 'Nobody came', participants: 0 }));
    expect(ruleOf(await programme('philippines'))).toBe('PO4');
    expect(ruleOf(await programme('stranger'))).toBe('PO1');
    expect(ruleOf(await programme('indonesia', { participants: 1.5 }))).toBe('RC2');
    expect(ruleOf(await programme('indonesia', { endsOn: '2019-03-01' }))).toBe('BO6');
    expect(await programme('indonesia', { activityIds: ['act_none'] })).toMatchObject({
      detail: { field: 'activityIds' },
    });
    expect(ruleOf(await programme('indonesia', { countries: ['XX'] }))).toBe('BO5');
    expect(
      view('observer')
        .programmes.map(({ participants }) => participants)
        .sort(),
    ).toEqual([0, null]);
  });

  test('RC6 a programme is changed as it stands, and removed', async () => {
    const { programmeId } = accepted(await programme('indonesia'));
    accepted(await programme('indonesia', { programmeId, rev: 0, participants: 24 }));
    expect(ruleOf(await programme('secretariat', { programmeId, rev: 0, participants: 12 }))).toBe('RC6');
    const remove = (rev: number) =>
      removeProgramme(world.runtime, world.actor('indonesia'), { programmeId, rev });
    expect(ruleOf(await remove(0))).toBe('RC6');
    accepted(await remove(1));
    expect(view('indonesia').programmes).toEqual([]);
  });

  test('RC6 a draft that somebody else wrote meanwhile is not written over', async () => {
    const write = (person: Person, words: string, seenAt: string) =>
      writeCentreReport(world.runtime, world.actor(person), {
        centreId,
        year: 2018,
        words,
        submit: false,
        seenAt,
      });
    accepted(await write('indonesia', 'Ours.', ''));
    expect(ruleOf(await write('secretariat', 'Theirs.', ''))).toBe('RC6');
    const { words, at } = view('indonesia').reports[0] ?? { words: '', at: '' };
    expect(words).toBe('Ours.');
    accepted(await write('secretariat', 'Ours, and theirs.', at));
  });

  test('RC3 RC4 a report is drafted by its delegation unseen, submitted once, and stays', async () => {
    accepted(await report('indonesia', false));
    expect(view('philippines').reports).toEqual([]);
    expect(view('indonesia').reports).toHaveLength(1);
    accepted(await report('indonesia', true));
    expect(view('philippines').reports.map(({ year }) => year)).toEqual([2018]);
    expect(ruleOf(await report('secretariat', false))).toBe('RC4');
    expect(ruleOf(await report('indonesia', false, 2031))).toBe('RC3');
    expect(listCentres(world.runtime, world.actor('reviewer'))[0]?.lastReport).toBe(2018);
    expect(listCentres(world.runtime, world.actor('stranger'))).toEqual([]);
  });
});
