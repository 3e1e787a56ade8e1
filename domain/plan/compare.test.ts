import { describe, expect, test } from 'vitest';
import { comparePlans, type PlanDifference } from './compare';
import type { Activity } from './matrix';
import { activity, result } from './testing/rows';

const results = [result('A', null, { title: 'Leadership' })];
const told = (before: Activity[], after: Activity[]) =>
  comparePlans({ results, activities: before }, { results, activities: after }).map(
    (found: PlanDifference) => {
      if (found.kind === 'new') return `new ${found.after.id}`;
      if (found.kind === 'dropped') return `dropped ${found.before.id}`;
      return `${found.kind} ${found.before.id}→${found.after.id} by ${found.by}${found.changed.map((name) => ` ${name}`).join('')}`;
    },
  );
const old = (id: string, more: Partial<Activity> = {}) => activity(id, { id: `old ${id}`, ...more });

describe('PL29 two plans compared', () => {
  test('what the row says comes before what it is called', () => {
    const before = [old('A.1'), old('A.2', { title: 'Study' })];
    const after = [activity('A.1', { title: 'study ', carriedFromId: 'old A.2' })];
    expect(told(before, after)).toEqual(['carriedOver old A.2→A.1 by tie', 'dropped old A.1']);
  });

  test('code and title together are a name, capitals aside; one of them is not', () => {
    const before = [old('A.1', { title: 'Forum of Leaders' }), old('A.2')];
    const after = [activity('a.1', { title: 'Forum of leaders' }), activity('A.2', { title: 'Other' })];
    expect(told(before, after)).toEqual(['carriedOver old A.1→a.1 by name', 'new A.2', 'dropped old A.2']);
  });

  test('says which fields are others; years, codes and statuses are of each plan', () => {
    const before = [
      old('A.1', {
        leads: ['TH', 'ID'],
        budget: 5,
        partners: 'JICA',
        plannedFrom: '2016-01',
        status: 'delayed',
      }),
    ];
    const after = [
      activity('B.7', {
        carriedFromId: 'old A.1',
        title: 'New title',
        leads: ['ID', 'TH'],
        coLeads: ['PH'],
        budget: null,
        partners: 'JICA',
      }),
    ];
    expect(told(before, after)).toEqual(['changed old A.1→B.7 by tie title coLeads budget']);
  });

  test('areas are the same where they are called the same', () => {
    const others = [result('X', null, { title: ' leadership' }), result('Y', null, { position: 2 })];
    const before = [old('A.1'), old('A.2')];
    const after = [activity('A.1', { resultId: 'X' }), activity('A.2', { resultId: 'Y' })];
    const kinds = comparePlans({ results, activities: before }, { results: others, activities: after });
    expect(kinds.map((found) => [found.kind, 'changed' in found ? found.changed : []])).toEqual([
      ['carriedOver', []],
      ['changed', ['area']],
    ]);
  });

  test('one that is split stands beside each of its parts and is not dropped', () => {
    const parts = ['A.1', 'A.2'].map((code) =>
      activity(code, { carriedFromId: 'old S', title: 'Title of S' }),
    );
    expect(told([old('S')], parts)).toEqual(['carriedOver old S→A.1 by tie', 'carriedOver old S→A.2 by tie']);
  });

  test('a plan beside itself is carried over whole; beside nothing everything is new or dropped', () => {
    const rows = [activity('A.1'), activity('A.2')];
    expect(
      comparePlans({ results, activities: rows }, { results, activities: rows }).every(
        ({ kind }) => kind === 'carriedOver',
      ),
    ).toBe(true);
    expect(told([], rows)).toEqual(['new A.1', 'new A.2']);
    expect(told(rows, [])).toEqual(['dropped A.1', 'dropped A.2']);
  });
});
