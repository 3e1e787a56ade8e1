import { describe, expect, test } from 'vitest';
import { keptPhrases } from './phrases';
import { redlineOf } from './testing/describe';
import { HARD_PLAN, makeHistory } from './testing/histories';
import { tokenise } from './tokens';
import { Vocabulary } from './vocabulary';

function kept(one: string, other: string): number {
  const vocabulary = new Vocabulary();
  const [a, b] = [tokenise(one, [], vocabulary), tokenise(other, [], vocabulary)];
  expect(keptPhrases(b, a)).toBe(keptPhrases(a, b));
  return keptPhrases(a, b);
}

describe('RL12 phrases that were kept', () => {
  test('RL12 four words in a row are one, whatever stands between them and around; three are none', () => {
    expect(kept('a b c d e f g h', 'a b c d, w x y z')).toBe(0.5);
    expect(kept('a b c d e f g h', 'a b c w e f g x')).toBe(0);
    expect(kept('a b c d e', 'a b c d e')).toBe(1);
    expect(kept('a b c d', 'd c b a')).toBe(0);
    expect(kept('', 'a b c d')).toBe(0);
    expect(kept('', '')).toBe(0);
  });

  test('RL12 words of phrases that overlap count once', () => {
    expect(kept('a b c d e x', 'a b c d e y')).toBe(10 / 12);
  });
});

describe('RL1 RL12 clauses rewritten in their place', () => {
  test('RL1 RL12 60,000 words without ids, renumbered and partly rewritten: less than 0.1 % off over 20 histories', () => {
    let off = 0;
    let words = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const { old, new: fresh, truth } = makeHistory({ ...HARD_PLAN, seed });
      const { summary } = redlineOf(old, fresh);
      const really = truth.wordsInserted + truth.wordsDeleted;
      off += Math.abs(summary.wordsInserted + summary.wordsDeleted - really);
      words += really;
      expect(summary).toMatchObject({
        clausesMoved: truth.moved,
        clausesInserted: HARD_PLAN.newClauses,
        clausesDeleted: HARD_PLAN.deletedClauses,
      });
    }
    expect(off / words).toBeLessThan(0.001);
  }, 60_000);
});
