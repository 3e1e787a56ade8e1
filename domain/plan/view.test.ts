import { describe, expect, test } from 'vitest';
import { activity, result } from './testing/rows';
import { inGroups, inViewOrder, isInView, readView, viewParameters } from './view';

const results = [result('A'), result('A1', 'A'), result('B', null, { position: 2 })];
const rows = [
  activity('A.10', {
    resultId: 'A1',
    leads: ['TH'],
    position: 2,
    status: 'delayed',
    plannedTo: '2019-01',
    budget: 5,
  }),
  activity('A.2', { resultId: 'A1', leads: ['ID', 'TH'], position: 1, title: 'Étude', budget: 40 }),
  activity('B.1', { resultId: 'B', coLeads: ['ID'], statusReason: 'Floods', plannedFrom: '2018-01' }),
];
const matrix = { results, activities: rows };
const ordered = (query: Record<string, string>) =>
  inViewOrder(matrix, readView(query), ['ID', 'TH']).map(({ code }) => code);
const seen = (query: Record<string, string>) =>
  rows.filter((row) => isInView(row, results, readView(query))).map(({ code }) => code);

describe('views of a matrix', () => {
  test('an address names a view and the view names its address; what is wrong is left out', () => {
    const query = {
      words: 'flood',
      area: 'A',
      status: 'delayed',
      year: '2019',
      sort: 'code',
      order: 'down',
      group: 'lead',
    };
    expect(viewParameters(readView(query))).toEqual(query);
    expect(viewParameters(readView({ status: 'x', year: 'soon', sort: 'y', group: 'z' }))).toEqual({});
  });

  test('rows stand in the order of the matrix, or sorted; what says nothing comes last both ways', () => {
    expect(ordered({})).toEqual(['A.2', 'A.10', 'B.1']);
    expect(ordered({ sort: 'code' })).toEqual(['A.2', 'A.10', 'B.1']);
    expect(ordered({ sort: 'budget' })).toEqual(['A.10', 'A.2', 'B.1']);
    expect(ordered({ sort: 'budget', order: 'down' })).toEqual(['A.2', 'A.10', 'B.1']);
    expect(ordered({ sort: 'lead' })).toEqual(['A.2', 'A.10', 'B.1']);
    expect(ordered({ sort: 'status', order: 'down' })).toEqual(['A.10', 'A.2', 'B.1']);
    expect(ordered({ sort: 'from' })).toEqual(['B.1', 'A.10', 'A.2']);
  });

  test('filters narrow together', () => {
    expect(seen({ area: 'A' })).toEqual(['A.10', 'A.2']);
    expect(seen({ lead: 'ID' })).toEqual(['A.2', 'B.1']);
    expect(seen({ lead: 'TH', status: 'delayed' })).toEqual(['A.10']);
    expect(seen({ year: '2019' })).toEqual(['A.10']);
    expect(seen({ words: 'floods b.1' })).toEqual(['B.1']);
    expect(seen({ words: 'étude' })).toEqual(['A.2']);
  });

  test('groups: a row of two leads stands under both, one without under none', () => {
    const grouped = inGroups(rows, results, 'lead', ['ID', 'TH']);
    expect(grouped.map(({ key, activities }) => [key, activities.map(({ code }) => code)])).toEqual([
      ['ID', ['A.2']],
      ['TH', ['A.10', 'A.2']],
      [null, ['B.1']],
    ]);
    expect(inGroups(rows, results, 'area', []).map(({ key }) => key)).toEqual(['A', 'B']);
    expect(inGroups([], results, 'none', [])).toEqual([]);
  });
});
