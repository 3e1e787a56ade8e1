import { describe, expect, test } from 'vitest';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { rebuild } from './apply';
import { changeListOf } from './list';
import { redlineOf } from './testing/describe';
import { type HistoryPlan, makeHistory, QUIET_PLAN } from './testing/histories';

const ORDINARY: HistoryPlan = {
  ...QUIET_PLAN,
  clauses: 300,
  replacements: 40,
  insertions: 20,
  deletions: 15,
  newClauses: 8,
  deletedClauses: 6,
  movedClauses: 6,
  splits: 5,
  merges: 4,
};
const HARD: HistoryPlan = { ...ORDINARY, repeated: 15, rewritten: 12, renumbered: true };

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
/** In rewritten passages it is a matter of taste which small words stayed. */
const OFF_BY = { ordinary: 0.001, rewritten: 0.01 };
const plans: readonly (readonly [string, HistoryPlan])[] = [
  ['an ordinary revision with ids', { ...ORDINARY, withIds: true }],
  ['an ordinary revision without ids', ORDINARY],
  ['every clause renumbered, lines repeated, passages rewritten, with ids', { ...HARD, withIds: true }],
  ['every clause renumbered, lines repeated, passages rewritten, without ids', HARD],
];

describe('a redline held against histories that are known', () => {
  test.each(plans)('RL1 %s', (_, plan) => {
    for (const seed of SEEDS) {
      const history = makeHistory({ ...plan, seed });
      const { truth } = history;
      const redline = redlineOf(history.old, history.new);
      const changed = redline.summary.wordsInserted + redline.summary.wordsDeleted;
      const really = truth.wordsInserted + truth.wordsDeleted;
      const offBy = plan.rewritten > 0 ? OFF_BY.rewritten : OFF_BY.ordinary;
      expect(Math.abs(changed / really - 1)).toBeLessThan(offBy);
      expect(redline.summary).toMatchObject({
        clausesMoved: truth.moved,
        clausesInserted: plan.newClauses,
        clausesDeleted: plan.deletedClauses,
      });
      expect(redline.changes.filter(({ kind }) => kind === 'split')).toHaveLength(truth.splits);
      expect(redline.changes.filter(({ kind }) => kind === 'merged')).toHaveLength(truth.merges);
      expect(rebuild(redline, 'old').map(({ text }) => text)).toEqual(clausesOf(history.old).map(clauseText));
      expect(rebuild(redline, 'new').map(({ text }) => text)).toEqual(clausesOf(history.new).map(clauseText));
    }
  });
});

describe('RL9 the work is bounded by size', () => {
  const BOUND_SECONDS = 4;
  const WORDS_A_PAGE = 480;

  function cpuSeconds(run: () => void): number {
    const before = process.cpuUsage();
    run();
    const { user } = process.cpuUsage(before);
    return user / 1_000_000;
  }

  test('RL9 60,000 words with 300 edits', () => {
    const history = makeHistory({
      ...ORDINARY,
      clauses: 1500,
      replacements: 120,
      insertions: 50,
      deletions: 40,
      movedClauses: 15,
    });
    expect(history.truth.oldWords).toBeGreaterThan(55_000);
    expect(cpuSeconds(() => redlineOf(history.old, history.new))).toBeLessThan(BOUND_SECONDS);
  });

  test('RL9 100 pages in less than a second', () => {
    const history = makeHistory({ ...ORDINARY, clauses: 1250 });
    expect(history.truth.oldWords).toBeGreaterThan(100 * WORDS_A_PAGE);
    const runs = [1, 2, 3].map(() => cpuSeconds(() => redlineOf(history.old, history.new)));
    expect(Math.min(...runs)).toBeLessThan(1);
  });

  test('RL9 1,500 clauses that have nothing to do with each other', () => {
    const old = makeHistory({ ...QUIET_PLAN, clauses: 1500, seed: 3 }).old;
    const fresh = makeHistory({ ...QUIET_PLAN, clauses: 1500, seed: 4 }).old;
    expect(cpuSeconds(() => redlineOf(old, fresh))).toBeLessThan(BOUND_SECONDS);
  });

  test('RL9 1,500 equal lines against 1,600', () => {
    const line = { type: 'paragraph', content: [{ type: 'text', text: '[Agreed ad referendum by all]' }] };
    const lines = (count: number) => ({ type: 'doc' as const, content: new Array(count).fill(line) });
    const seconds = cpuSeconds(() => {
      expect(redlineOf(lines(1500), lines(1600)).summary).toMatchObject({
        clausesInserted: 100,
        clausesMoved: 0,
      });
    });
    expect(seconds).toBeLessThan(BOUND_SECONDS);
  });

  test('RL9 one clause of 3,000 words in another order', () => {
    const words = makeHistory({ ...QUIET_PLAN, clauses: 70 })
      .old.content?.map((block) => block.content?.[0]?.text ?? '')
      .join(' ')
      .split(' ');
    const text = (all: readonly string[]) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: all.join(' ') }] }],
    });
    const turned = [...(words ?? [])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    expect(cpuSeconds(() => redlineOf(text(words ?? []), text(turned)))).toBeLessThan(BOUND_SECONDS);
  });

  test('RL9 a text pasted as one clause and cut into 1,500', () => {
    const { old: cut } = makeHistory({ ...QUIET_PLAN, clauses: 1500 });
    const words = (cut.content ?? []).map((block) => block.content?.[0]?.text ?? '').join(' ');
    const whole: DocumentJson = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    };
    const seconds = cpuSeconds(() => {
      const { changes } = redlineOf(whole, cut);
      expect(changes.filter(({ kind }) => kind === 'split')).toHaveLength(1499);
    });
    expect(seconds).toBeLessThan(BOUND_SECONDS);
  });

  test('RL9 100,000 Thai letters without a space', () => {
    const text = (word: string): DocumentJson => ({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: `ที่ประชุม${word}ร่างแผนงาน`.repeat(4000) }] },
      ],
    });
    const seconds = cpuSeconds(() => {
      expect(redlineOf(text('พิจารณา'), text('รับรอง')).summary.wordsDeleted).toBe(4000);
    });
    expect(seconds).toBeLessThan(BOUND_SECONDS);
  });

  test('RL9 5,000 footnotes in one clause, with their list of changes', () => {
    const text = (first: number): DocumentJson => ({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: Array.from({ length: 5000 }, (_, index) => ({
            type: 'footnote',
            attrs: { text: `note ${first + index}` },
          })),
        },
      ],
    });
    const seconds = cpuSeconds(() => {
      const [old, fresh] = [text(0), text(1)];
      expect(changeListOf(redlineOf(old, fresh), old, fresh).changes).toHaveLength(2);
    });
    expect(seconds).toBeLessThan(BOUND_SECONDS);
  });
});
