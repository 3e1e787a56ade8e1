import { describe, expect, test } from 'vitest';
import { type Activity, type ActivityCells, EMPTY_CELLS } from './matrix';
import { type ActivityWrite, MOST_ACTIVITIES, tryWrites, type WriteFacts } from './writes';

const row = (id: string, code: string, more: Partial<Activity> = {}): Activity => ({
  ...EMPTY_CELLS,
  id,
  code,
  title: `Title of ${code}`,
  resultId: 'res_1',
  position: 1,
  clauseId: null,
  versionId: null,
  rev: 3,
  ...more,
});

const FACTS: WriteFacts = {
  results: [
    { id: 'res_1', code: 'A' },
    { id: 'res_2', code: 'B' },
  ],
  activities: [row('one', 'A.1'), row('two', 'A.2')],
  members: new Set(['TH', 'ID']),
  predecessors: new Set(['old']),
};

const change = (cells: Partial<ActivityCells>, id = 'one', rev = 3): ActivityWrite => ({
  key: id,
  activityId: id,
  rev,
  cells,
});
const added = (cells: Partial<ActivityCells>, key = 'new'): ActivityWrite => ({
  key,
  activityId: null,
  rev: 0,
  cells,
});
const found = (writes: ActivityWrite[], facts = FACTS) =>
  tryWrites(writes, facts).findings.map(({ key, field, refusal }) => [key, field, refusal.rule]);

describe('writes into the matrix', () => {
  test('PL15 a row is written once in one act: a second write of it, or of its key, has not seen the first', () => {
    const again = { ...change({ partners: 'ILO' }), key: 'again' };
    const { findings } = tryWrites([change({ title: 'New' }), again], FACTS);
    expect(findings).toMatchObject([{ key: 'again', refusal: { rule: 'PL15' } }]);
    const doubled = tryWrites(
      [added({ code: 'N', title: 'n', resultId: 'res_1' }), added({ code: 'M' })],
      FACTS,
    );
    expect(doubled.findings).toMatchObject([{ refusal: { rule: 'PL15' } }]);
  });

  test('only what becomes another value is changed', () => {
    const { rows, findings } = tryWrites([change({ title: 'Title of  A.1', partners: 'ARC' })], FACTS);
    expect(findings).toEqual([]);
    expect(rows[0]?.changed).toEqual(['partners']);
  });

  test('PL3 a code is of one row, among the rows that are written too; two may swap theirs', () => {
    expect(found([change({ code: 'a.2' })])).toEqual([['one', 'code', 'PL3']]);
    const twins = [
      added({ resultId: 'res_1', code: 'N', title: 'n' }, 'r1'),
      added({ resultId: 'res_1', code: 'n', title: 'n' }, 'r2'),
    ];
    expect(found(twins)).toEqual([
      ['r1', 'code', 'PL3'],
      ['r2', 'code', 'PL3'],
    ]);
    expect(found([change({ code: 'A.2' }), change({ code: 'A.1' }, 'two')])).toEqual([]);
  });

  test('PL4 PL13 a new row has a result, a code and a title', () => {
    expect(found([added({})])).toEqual([
      ['new', 'resultId', 'PL4'],
      ['new', 'code', 'PL4'],
      ['new', 'title', 'PL4'],
    ]);
    expect(found([added({ resultId: 'gone', code: 'N', title: 'n' })])).toEqual([
      ['new', 'resultId', 'PL13'],
    ]);
    expect(found([change({ title: ' ' })])).toEqual([['one', 'title', 'PL4']]);
  });

  test('PL6 nothing ends before it begins; what stood so before is not found fault with', () => {
    expect(found([change({ plannedFrom: '2019-05', plannedTo: '2019-04' })])).toEqual([
      ['one', 'plannedTo', 'PL6'],
    ]);
    const facts = {
      ...FACTS,
      activities: [row('one', 'A.1', { revisedFrom: '2019-01', revisedTo: '2019-03' })],
    };
    expect(found([change({ revisedFrom: '2019-04' })], facts)).toEqual([['one', 'revisedFrom', 'PL6']]);
    const wrong = {
      ...FACTS,
      activities: [row('one', 'A.1', { plannedFrom: '2019-05', plannedTo: '2019-01' })],
    };
    expect(found([change({ title: 'Other' })], wrong)).toEqual([]);
    expect(found([change({ plannedTo: '2019-04' })])).toEqual([]);
  });

  test('PL8 delayed, postponed, cancelled and carried over need a reason, the others none', () => {
    for (const status of ['delayed', 'postponed', 'cancelled', 'carriedOver'] as const) {
      expect(found([change({ status })])).toEqual([['one', 'statusReason', 'PL8']]);
      expect(found([change({ status, statusReason: 'Floods' })])).toEqual([]);
    }
    for (const status of ['planned', 'ongoing', 'completed'] as const)
      expect(found([change({ status })])).toEqual([]);
    const late = { ...FACTS, activities: [row('one', 'A.1', { status: 'delayed', statusReason: 'Floods' })] };
    expect(found([change({ statusReason: '' })], late)).toEqual([['one', 'statusReason', 'PL8']]);
  });

  test('PL9 PL10 leads are members of the day, and not co-leads too', () => {
    expect(found([change({ leads: ['TL'] })])).toEqual([['one', 'leads', 'PL9']]);
    expect(found([change({ leads: ['TH'], coLeads: ['ID', 'TH'] })])).toEqual([['one', 'coLeads', 'PL10']]);
    const left = { ...FACTS, activities: [row('one', 'A.1', { leads: ['MY'] })] };
    expect(found([change({ title: 'Other' })], left)).toEqual([]);
  });

  test('PL15 PL25 rows are changed as they stand, and while they do', () => {
    expect(found([change({ title: 'x' }, 'one', 2)])).toEqual([['one', null, 'PL15']]);
    expect(found([change({ title: 'x' }, 'gone')])).toEqual([['gone', null, 'PL25']]);
  });

  test('PL23 a row carries on one of the plan before', () => {
    expect(found([change({ carriedFromId: 'two' })])).toEqual([['one', 'carriedFromId', 'PL23']]);
    expect(found([change({ carriedFromId: 'old' })])).toEqual([]);
  });

  test('PL24 a plan has its limit', () => {
    const many = Array.from({ length: MOST_ACTIVITIES }, (_, index) => row(`r${index}`, `C${index}`));
    const writes = [added({ resultId: 'res_1', code: 'N', title: 'n' })];
    expect(found(writes, { ...FACTS, activities: many })).toEqual([['new', null, 'PL24']]);
  });

  test('everything that is wrong is said at once', () => {
    const writes = [
      change({ leads: ['XX'], plannedFrom: '2019-13', status: 'cancelled' }),
      change({}, 'two', 9),
    ];
    expect(found(writes)).toEqual([
      ['one', 'plannedFrom', 'PL5'],
      ['one', 'statusReason', 'PL8'],
      ['one', 'leads', 'PL9'],
      ['two', null, 'PL15'],
    ]);
  });
});
