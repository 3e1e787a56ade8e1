import { describe, expect, test } from 'vitest';
import { canonicalMatrix } from './canonical';
import { activitiesInOrder, areaOf, lineage, resultsInOrder } from './matrix';
import { decideRemoval, decideResult } from './results';
import { changeableFields } from './rights';
import { decidePlanState, decideYears, nextState } from './states';
import { activity, result } from './testing/rows';

const results = [
  result('B', null, { position: 1 }),
  result('A', null, { position: 0 }),
  result('A1', 'A'),
  result('A11', 'A1', { level: 'output' }),
];
const ruleOf = (outcome: { ok: boolean; rule?: string }) => (outcome.ok ? 'accepted' : outcome.rule);

describe('the order of the matrix', () => {
  test('results stand before what is below them, activities under their results', () => {
    expect(resultsInOrder(results).map(({ id }) => id)).toEqual(['A', 'A1', 'A11', 'B']);
    const rows = [
      activity('b', { resultId: 'B' }),
      activity('2', { resultId: 'A11', position: 2 }),
      activity('1', { resultId: 'A11' }),
    ];
    expect(activitiesInOrder(results, rows).map(({ id }) => id)).toEqual(['1', '2', 'b']);
    expect(areaOf(results, 'A11')?.id).toBe('A');
    expect(lineage(results, 'A11').map(({ id }) => id)).toEqual(['A', 'A1', 'A11']);
    expect(areaOf(results, 'gone')).toBeNull();
  });
});

describe('PL2 the canonical matrix', () => {
  test('is the same however its rows came, and another where a cell is', () => {
    const rows = [activity('1'), activity('2', { position: 2 })];
    const { hash, matrix } = canonicalMatrix({ results, activities: rows });
    const turned = canonicalMatrix({ results: results.toReversed(), activities: rows.toReversed() });
    expect(turned).toEqual({ hash, matrix });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const counted = rows.map((row) => ({ ...row, rev: 9, changedBy: 'user' }));
    expect(canonicalMatrix({ results, activities: counted }).hash).toBe(hash);
    const other = [rows[0] ?? activity('1'), activity('2', { position: 2, budget: 0 })];
    expect(canonicalMatrix({ results, activities: other }).hash).not.toBe(hash);
  });
});

describe('results', () => {
  const decide = (level: 'area' | 'outcome' | 'output', parentId: string | null, code = 'N') =>
    ruleOf(decideResult({ id: null, level, parentId, code }, results));
  test('PL21 PL26 levels hang under each other, codes are of one', () => {
    expect(decide('area', null)).toBe('accepted');
    expect(decide('outcome', 'A')).toBe('accepted');
    expect(decide('output', 'A1')).toBe('accepted');
    expect(decide('area', 'A')).toBe('PL21');
    expect(decide('output', 'A')).toBe('PL21');
    expect(decide('outcome', null)).toBe('PL21');
    expect(decide('outcome', 'gone')).toBe('PL21');
    expect(decide('area', null, 'a11')).toBe('PL26');
    expect(ruleOf(decideResult({ id: 'A', level: 'area', parentId: null, code: 'A' }, results))).toBe(
      'accepted',
    );
  });
  test('PL22 what holds something stays', () => {
    expect(ruleOf(decideRemoval('A1', results, []))).toBe('PL22');
    expect(ruleOf(decideRemoval('B', results, [{ resultId: 'B' }]))).toBe('PL22');
    expect(ruleOf(decideRemoval('B', results, []))).toBe('accepted');
  });
});

describe('plans', () => {
  test('PL20 PL27 come into force with their text, and are closed then', () => {
    expect(ruleOf(decidePlanState('drafted', 'inForce', null))).toBe('accepted');
    expect(ruleOf(decidePlanState('drafted', 'inForce', { isAdopted: false }))).toBe('PL27');
    expect(ruleOf(decidePlanState('drafted', 'closed', null))).toBe('PL20');
    expect(ruleOf(decidePlanState('inForce', 'closed', { isAdopted: false }))).toBe('accepted');
    expect(ruleOf(decidePlanState('closed', 'inForce', null))).toBe('PL20');
    expect(nextState('closed')).toBeNull();
  });
  test('PL19 are of a span of years', () => {
    expect(ruleOf(decideYears(2016, 2020))).toBe('accepted');
    expect(ruleOf(decideYears(2021, 2021))).toBe('accepted');
    for (const [from, to] of [
      [2020, 2016],
      [2016.5, 2020],
      [0, 5],
      [2000, 2020],
      [Number.NaN, 2020],
    ] as const) {
      expect(ruleOf(decideYears(from, to))).toBe('PL19');
    }
  });
  test('PL16 PL18 delegations report on what their country leads, in force; nobody changes what is closed', () => {
    const [ours, theirs] = [{ leads: ['TH', 'ID'] }, { leads: ['PH'] }];
    const head = { edits: false, reportsFor: 'ID' };
    expect(changeableFields('inForce', head, ours)).toEqual([
      'status',
      'statusReason',
      'revisedFrom',
      'revisedTo',
    ]);
    expect(changeableFields('inForce', head, theirs)).toEqual([]);
    expect(changeableFields('drafted', head, ours)).toEqual([]);
    const staff = { edits: true, reportsFor: null };
    expect(changeableFields('drafted', staff, theirs)).toContain('title');
    expect(changeableFields('closed', staff, theirs)).toEqual([]);
    expect(changeableFields('inForce', { edits: false, reportsFor: null }, ours)).toEqual([]);
  });
});
