import { describe, expect, test } from 'vitest';
import { checkGathered, checkSplit, checkStanding, standingCluster } from './clusters';
import { checkDots, dotsOn, dotsStamp } from './dots';
import { checkInput, checkRemark, LONGEST_INPUT } from './inputs';
import { checkReason, checkShownIn } from './outcomes';
import { checkOpen, checkRound, checkShown, visibleInputs } from './rounds';

const rule = (outcome: { ok: boolean; rule?: string }) => (outcome.ok ? 'accepted' : outcome.rule);
const TAGS = [{ key: 't1', title: 'Skills', titleThai: '' }];
const SAID = { kind: 'challenge', words: 'Skills age fast.', evidence: '', language: 'en', tags: ['t1'] };

describe('rounds', () => {
  test('BS3 areas have names of their own; BS12 dots are a whole number', () => {
    const tags = [
      { title: 'Skills', titleThai: 'ทักษะ' },
      { title: 'Trust', titleThai: '' },
    ];
    expect(checkRound({ tags, dots: 5 })).toEqual({
      ok: true,
      value: [
        { key: 't1', title: 'Skills', titleThai: 'ทักษะ' },
        { key: 't2', title: 'Trust', titleThai: '' },
      ],
    });
    expect(rule(checkRound({ tags: [...tags, { title: 'SKILLS', titleThai: '' }], dots: 5 }))).toBe('BS3');
    const many = Array.from({ length: 21 }, (_, index) => ({ title: `Area ${index}`, titleThai: '' }));
    expect(rule(checkRound({ tags: many, dots: 0 }))).toBe('BS3');
    for (const dots of [-1, 1.5, 51, Number.NaN]) expect(rule(checkRound({ tags, dots }))).toBe('BS12');
  });

  test('BS4 a closed round says since when; BS8 what is covered is not worked on', () => {
    const closedAt = '2019-02-25T10:00:00.000Z';
    const late = { ok: false, rule: 'BS4', detail: { closedAt } };
    const open = { isHidden: true, closedAt: null, closesAt: null };
    expect(checkOpen({ ...open, closedAt }, '2019-02-26T00:00:00.000Z')).toEqual(late);
    expect(rule(checkOpen(open, '2019-02-26T00:00:00.000Z'))).toBe('accepted');
    expect(checkOpen({ ...open, closesAt: closedAt }, closedAt)).toEqual(late);
    expect(rule(checkOpen({ ...open, closesAt: closedAt }, '2019-02-25T09:59:59.999Z'))).toBe('accepted');
    expect(rule(checkShown({ isHidden: true, closedAt: null }))).toBe('BS8');
    expect(rule(checkShown({ isHidden: true, closedAt }))).toBe('accepted');
    expect(rule(checkShown({ isHidden: false, closedAt: null }))).toBe('accepted');
  });

  test('BS6 of a hidden open round one sees what is one’s own; the head table sees all', () => {
    const inputs = [{ country: 'ID' }, { country: 'TH' }];
    const hidden = { isHidden: true, closedAt: null };
    const see = (isHeadTable: boolean, delegation: string | null, round = hidden as object) =>
      visibleInputs(round as typeof hidden, inputs, { isHeadTable, delegation }).map(
        ({ country }) => country,
      );
    expect(see(false, 'ID')).toEqual(['ID']);
    expect(see(false, null)).toEqual([]);
    expect(see(true, 'TH')).toEqual(['ID', 'TH']);
    expect(see(false, null, { isHidden: true, closedAt: '2019-02-25T10:00:00.000Z' })).toEqual(['ID', 'TH']);
    expect(see(false, 'PH', { isHidden: false, closedAt: null })).toEqual(['ID', 'TH']);
  });
});

describe('inputs', () => {
  test('BS5 an input has words, a kind, a language and areas of its round', () => {
    const kept = checkInput({ ...SAID, words: ' Skills\r\nage \u200bfast.\n\n\n\nAll. ' }, TAGS);
    expect(kept.ok && kept.value.words).toBe('Skills\nage fast.\n\nAll.');
    expect(rule(checkInput({ ...SAID, words: ' \n ' }, TAGS))).toBe('BS5');
    expect(rule(checkInput({ ...SAID, words: 'x'.repeat(LONGEST_INPUT + 1) }, TAGS))).toBe('BS5');
    expect(rule(checkInput({ ...SAID, evidence: 'x'.repeat(4001) }, TAGS))).toBe('BS5');
    expect(rule(checkInput({ ...SAID, kind: 'wish' }, TAGS))).toBe('BO10');
    expect(rule(checkInput({ ...SAID, language: 'xx' }, TAGS))).toBe('BO10');
    expect(rule(checkInput({ ...SAID, tags: ['t9'] }, TAGS))).toBe('BO10');
  });

  test('BS13 a remark has words', () => {
    expect(checkRemark(' Seen. ')).toEqual({ ok: true, value: 'Seen.' });
    expect(rule(checkRemark(' '))).toBe('BS13');
    expect(rule(checkRemark('x'.repeat(2001)))).toBe('BS13');
  });
});

describe('clusters', () => {
  test('BS9 only inputs of the round that stand are gathered', () => {
    const inputs = [
      { id: 'a', withdrawnAt: null },
      { id: 'b', withdrawnAt: '2019-02-05T00:00:00.000Z' },
    ];
    expect(rule(checkGathered(inputs, ['a']))).toBe('accepted');
    expect(rule(checkGathered(inputs, ['a', 'b']))).toBe('BS9');
    expect(rule(checkGathered(inputs, ['c']))).toBe('BS9');
  });

  test('BS11 a split takes some along and leaves some', () => {
    expect(rule(checkSplit(['a', 'b', 'c'], ['a']))).toBe('accepted');
    for (const taken of [[], ['a', 'b', 'c'], ['d']])
      expect(rule(checkSplit(['a', 'b', 'c'], taken))).toBe('BS11');
  });

  test('BS10 a merged cluster is followed through every merger, and stays as it was', () => {
    const merged = { id: 'a', mergedIntoId: 'b', closedAt: 'x' };
    const clusters = [
      merged,
      { id: 'b', mergedIntoId: 'c', closedAt: 'x' },
      { id: 'c', mergedIntoId: null, closedAt: null },
    ];
    const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
    expect(standingCluster(byId, 'a')?.id).toBe('c');
    expect(standingCluster(byId, 'c')?.id).toBe('c');
    expect(standingCluster(byId, 'z')).toBeNull();
    expect(rule(checkStanding(merged))).toBe('BS10');
  });
});

describe('dots', () => {
  const standing = new Set(['a', 'b']);
  test('BS12 whole dots, together no more than the round gives', () => {
    expect(
      rule(
        checkDots(
          new Map([
            ['a', 3],
            ['b', 2],
          ]),
          standing,
          5,
        ),
      ),
    ).toBe('accepted');
    expect(
      rule(
        checkDots(
          new Map([
            ['a', 3],
            ['b', 3],
          ]),
          standing,
          5,
        ),
      ),
    ).toBe('BS12');
    for (const dots of [-1, 0.5]) expect(rule(checkDots(new Map([['a', dots]]), standing, 5))).toBe('BS12');
    expect(rule(checkDots(new Map([['z', 1]]), standing, 5))).toBe('BS10');
  });

  test('BS19 the stamp is the same for the same dots, whatever their order', () => {
    expect(
      dotsStamp(
        new Map([
          ['b', 1],
          ['a', 2],
          ['c', 0],
        ]),
      ),
    ).toBe('a:2 b:1');
    expect(
      dotsStamp(
        new Map([
          ['a', 2],
          ['b', 1],
        ]),
      ),
    ).toBe('a:2 b:1');
  });

  test('BS12 what a cluster was given, and by whom', () => {
    const rows = [
      { clusterId: 'a', country: 'ID', dots: 2 },
      { clusterId: 'a', country: 'TH', dots: 0 },
      { clusterId: 'b', country: 'TH', dots: 5 },
    ];
    expect(dotsOn(rows, 'a')).toEqual({ dots: 2, countries: ['ID'] });
  });
});

describe('outcomes', () => {
  test('BS17 in part, noted, not taken up: with the reason', () => {
    for (const outcome of ['partly', 'noted', 'notTakenUp'] as const) {
      expect(rule(checkReason(outcome, ' '))).toBe('BS17');
      expect(rule(checkReason(outcome, 'Outside the mandate.'))).toBe('accepted');
    }
    expect(rule(checkReason('takenUp', ''))).toBe('accepted');
    expect(rule(checkReason('takenUp', 'x'.repeat(1001)))).toBe('BS17');
  });

  test('BS18 what went into the text has a clause to show', () => {
    for (const outcome of ['takenUp', 'partly', 'merged'] as const) {
      expect(rule(checkShownIn(outcome, 0))).toBe('BS18');
      expect(rule(checkShownIn(outcome, 1))).toBe('accepted');
    }
    expect(rule(checkShownIn('noted', 0))).toBe('accepted');
  });
});
