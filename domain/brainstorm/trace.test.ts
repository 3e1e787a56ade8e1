import { describe, expect, test } from 'vitest';
import { clauseSteps, followClause } from './followed';
import { matrixOf, matrixRows, sealedMatrix } from './matrix';
import { daysBetween, sourceMetrics, takenUpOf } from './metrics';
import { type TraceFacts, traceSources, unlinkedInputs, unsourcedClauses } from './trace';

const input = (id: string, country: string, day: string) => ({
  id,
  roundId: 'r',
  country,
  kind: 'challenge' as const,
  words: `Words of ${id}`,
  language: 'en',
  at: `2019-02-${day}T00:00:00.000Z`,
});
const clause = (id: string, kind = 'operative') => ({
  id,
  kind,
  citation: id.toUpperCase(),
  opening: `Opening of ${id}`,
});
const cluster = (id: string, inputIds: string[], mergedIntoId: string | null = null) => ({
  id,
  roundId: 'r',
  title: `Cluster ${id}`,
  inputIds,
  mergedIntoId,
  closedAt: mergedIntoId === null ? null : '2019-02-20T00:00:00.000Z',
});
const link = (id: string, clauseId: string, from: { clusterId?: string; inputId?: string }, day = '25') => ({
  id,
  clauseId,
  clusterId: from.clusterId ?? null,
  inputId: from.inputId ?? null,
  relation: 'takenUp' as const,
  reason: '',
  fromSourceId: null,
  at: `2019-02-${day}T00:00:00.000Z`,
});

const FACTS: TraceFacts = {
  documentId: 'doc',
  clauses: [clause('title', 'title'), clause('one'), clause('two'), clause('three')],
  links: [
    link('l1', 'one', { clusterId: 'old' }),
    link('l2', 'two', { inputId: 'd' }, '28'),
    link('l3', 'joined', { inputId: 'a' }, '26'),
    link('l4', 'deleted', { inputId: 'd' }),
  ],
  clusters: [cluster('new', ['a', 'b']), cluster('old', [], 'new')],
  inputs: [input('a', 'ID', '04'), input('b', 'TH', '05'), input('c', 'TH', '06'), input('d', 'VN', '07')],
  outcomes: [
    {
      inputId: 'a',
      documentId: 'doc',
      outcome: 'noted',
      reason: 'At first.',
      at: '2019-02-21T00:00:00.000Z',
    },
    { inputId: 'a', documentId: 'doc', outcome: 'takenUp', reason: '', at: '2019-02-25T00:00:00.000Z' },
    {
      inputId: 'b',
      documentId: null,
      outcome: 'partly',
      reason: 'The rest is for a law.',
      at: '2019-02-25T00:00:00.000Z',
    },
    {
      inputId: 'd',
      documentId: 'doc',
      outcome: 'notTakenUp',
      reason: 'Outside the mandate.',
      at: '2019-02-25T00:00:00.000Z',
    },
  ],
  followed: new Map([['l3', [{ clauseId: 'three', how: 'joined' as const }]]]),
};

describe('from where to where', () => {
  const trace = traceSources(FACTS);

  test('a clause comes from clusters, whatever they were merged into, and from inputs, with their countries', () => {
    const [, one, two, three] = trace.clauses;
    expect(one?.sources).toMatchObject([
      { cluster: { id: 'new', title: 'Cluster new' }, inputIds: ['a', 'b'], countries: ['ID', 'TH'] },
    ]);
    expect(two?.sources).toMatchObject([{ cluster: null, inputIds: ['d'], countries: ['VN'] }]);
    // BS15: the clause that was joined into another is followed there; the one that was deleted is not.
    expect(three?.sources).toMatchObject([{ inputIds: ['a'], via: { clauseId: 'joined', how: 'joined' } }]);
    expect(two?.sources[0]).not.toHaveProperty('via');
    expect(trace.gone).toMatchObject([{ linkId: 'l4', clauseId: 'deleted' }]);
  });

  test('an input went to clauses, with the newest word on it', () => {
    const [a, b, c, d] = trace.inputs;
    expect(a).toMatchObject({
      outcome: 'takenUp',
      reason: '',
      clauseIds: ['one', 'three'],
      linkedAt: '2019-02-25T00:00:00.000Z',
    });
    expect(b).toMatchObject({
      outcome: 'partly',
      clauseIds: ['one'],
      clusters: [{ id: 'new', title: 'Cluster new' }],
    });
    expect(c).toMatchObject({ outcome: null, clauseIds: [], linkedAt: null });
    expect(d).toMatchObject({ outcome: 'notTakenUp', clauseIds: ['two'] });
  });

  test('lists for the chair: inputs nobody decided on or that have no clause to show, clauses of substance without source', () => {
    expect(unlinkedInputs(trace).map(({ id }) => id)).toEqual(['c']);
    const bare = traceSources({ ...FACTS, links: [] });
    expect(unlinkedInputs(bare).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(unsourcedClauses(bare).map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(unsourcedClauses(trace)).toEqual([]);
  });

  test('an input that went into another text is no input that this one lacks, and does not count as its own', () => {
    const elsewhere = {
      inputId: 'c',
      documentId: 'other',
      outcome: 'takenUp' as const,
      reason: '',
      at: '2019-03-01T00:00:00.000Z',
    };
    const both = traceSources({ ...FACTS, outcomes: [...FACTS.outcomes, elsewhere] });
    expect(both.inputs.map(({ isElsewhere }) => isElsewhere)).toEqual([false, false, true, false]);
    expect(unlinkedInputs(both)).toEqual([]);
    expect(takenUpOf(both, 'TH')).toEqual({ count: 1, of: 2 });
  });

  test('BS22 shares say of how many; days are whole and of those that have a clause', () => {
    expect(sourceMetrics(trace)).toEqual({
      decided: { count: 3, of: 4 },
      withoutSource: { count: 0, of: 3 },
      days: { least: 20, median: 21, most: 21 },
    });
    expect(takenUpOf(trace, 'TH')).toEqual({ count: 1, of: 2 });
    expect(takenUpOf(trace, 'MM')).toEqual({ count: 0, of: 0 });
    const empty = traceSources({ ...FACTS, links: [], inputs: [], outcomes: [], clauses: [] });
    expect(sourceMetrics(empty)).toEqual({
      decided: { count: 0, of: 0 },
      withoutSource: { count: 0, of: 0 },
      days: null,
    });
    expect(daysBetween('2019-02-05T23:00:00.000Z', '2019-02-06T22:00:00.000Z')).toBe(0);
    // Where clocks disagree nothing took less than no time.
    expect(daysBetween('2019-02-06T00:00:00.000Z', '2019-02-05T00:00:00.000Z')).toBe(0);
  });

  test('BS2 the same matrix has the same bytes and hash; another word another hash', () => {
    const head = { documentId: 'doc', symbol: 'ACCSM/1', textHash: 'f'.repeat(64) };
    const { json, hash } = sealedMatrix(matrixOf(head, trace));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(sealedMatrix(JSON.parse(json))).toEqual({ json, hash });
    expect(sealedMatrix(matrixOf({ ...head, symbol: 'ACCSM/2' }, trace)).hash).not.toBe(hash);
  });

  test('as a table: clause by clause, then the inputs without one', () => {
    const rows = matrixRows(trace);
    expect(
      rows.map(([citation, , relation, , country, , outcome]) => [citation, relation, country, outcome]),
    ).toEqual([
      ['TITLE', '', '', ''],
      ['ONE', 'takenUp', 'ID', 'takenUp'],
      ['ONE', 'takenUp', 'TH', 'partly'],
      ['TWO', 'takenUp', 'VN', 'notTakenUp'],
      ['THREE', 'takenUp', 'ID', 'takenUp'],
      ['', '', 'TH', ''],
    ]);
    expect(rows[2]?.slice(-2)).toEqual(['The rest is for a law.', '']);
    expect(rows[4]?.at(-1)).toBe('joined');
  });
});

describe('BS15 where words of a clause went that is gone', () => {
  const text = (...clauses: [string, string][]) => ({
    type: 'doc' as const,
    content: clauses.map(([id, words]) => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text: words }],
    })),
  });
  const LONG =
    'The Member States exchange experience in the planning of succession for senior posts every year.';
  const OTHER = 'Each ASEAN Resource Centre publishes its courses in one calendar that all may read.';

  const stepOf = (then: ReturnType<typeof text>, now: ReturnType<typeof text>) =>
    clauseSteps(then, now, 'sections');
  const then = text(['c_a', OTHER], ['c_b', LONG], ['c_c', 'Nobody will miss this.']);

  test('joined into another, or under another id; not where it was deleted', () => {
    const joined = [stepOf(then, text(['c_a', `${OTHER} ${LONG}`]))];
    expect(followClause('c_b', joined, false)).toEqual([{ clauseId: 'c_a', how: 'joined' }]);
    expect(followClause('c_c', joined, false)).toEqual([]);
    expect(followClause('c_a', joined, true)).toEqual([]);
    const renamed = [stepOf(then, text(['c_a', OTHER], ['c_z', LONG]))];
    expect(followClause('c_b', renamed, false)).toEqual([{ clauseId: 'c_z', how: 'renamed' }]);
  });

  test('what was split off goes along, over several steps; what was joined and taken apart again does not', () => {
    const whole = text(['c_a', `${LONG} ${OTHER}`]);
    const apart = text(['c_a', LONG], ['c_n', OTHER]);
    const split = stepOf(whole, apart);
    expect(followClause('c_a', [split], true)).toEqual([{ clauseId: 'c_n', how: 'split' }]);
    const later = stepOf(
      apart,
      text(['c_q', 'A new clause before them all.'], ['c_a', LONG], ['c_n', OTHER]),
    );
    expect(followClause('c_a', [split, later], true)).toEqual([{ clauseId: 'c_n', how: 'split' }]);
    // Put together again by hand: the source is on the one clause, and nothing points anywhere else.
    expect(followClause('c_a', [split, stepOf(apart, whole)], true)).toEqual([]);
    const undone = [
      stepOf(then, text(['c_a', `${OTHER} ${LONG}`])),
      stepOf(text(['c_a', `${OTHER} ${LONG}`]), then),
    ];
    expect(followClause('c_b', undone, true).filter(({ how }) => how !== 'split')).toEqual([]);
  });

  test('BS15 a source that somebody named for the second part itself is not said twice', () => {
    const followed = new Map([['l1', [{ clauseId: 'two', how: 'split' as const }]]]);
    const once = traceSources({ ...FACTS, followed });
    expect(once.clauses[2]?.sources).toMatchObject([
      { linkId: 'l1', via: { clauseId: 'one', how: 'split' }, countries: ['ID', 'TH'] },
      { linkId: 'l2' },
    ]);
    const named = [...FACTS.links, link('l5', 'two', { clusterId: 'old' })];
    const { clauses } = traceSources({ ...FACTS, links: named, followed });
    expect(clauses[2]?.sources.map(({ linkId }) => linkId).sort()).toEqual(['l2', 'l5']);
  });

  test('BS20 two clauses of one source that were joined into a third show it there once', () => {
    const links = [
      link('l1', 'one', { clusterId: 'new' }),
      link('l2', 'gone', { clusterId: 'new' }),
      link('l3', 'gone', { inputId: 'd' }),
    ];
    const to = [{ clauseId: 'three', how: 'joined' as const }];
    const followed = new Map(links.map(({ id }) => [id, to] as const));
    const { clauses } = traceSources({ ...FACTS, links, followed });
    expect(clauses[3]?.sources.map(({ linkId }) => linkId)).toEqual(['l1', 'l3']);
  });
});
