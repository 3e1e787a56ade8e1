import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textHash } from '../text/canonical';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { clauseAsText } from './amend';
import { stepsOf } from './carry-out';
import { isText } from './rebase';
import { standingOf, type WordedProposal } from './standing';

const RUNS = { numRuns: 120, seed: 20190424 };
const WORDS = [
  'Members',
  'shall',
  'should',
  'report',
  'every',
  'year',
  'to',
  'the',
  'Heads',
  'ที่ประชุม',
  '2025',
];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 });
/** A sentence and what three hands made of it. */
const four = fc
  .tuple(sentence, sentence, sentence, sentence)
  .chain(([base, ...others]) =>
    fc
      .tuple(
        ...others.map((other) => fc.tuple(fc.nat(base.length), fc.nat(3), fc.constant(other.slice(0, 2)))),
      )
      .map(
        (cuts) => [base, ...cuts.map(([from, length, put]) => base.toSpliced(from, length, ...put))] as const,
      ),
  );

function op(id: string, words: readonly string[]): NodeJson {
  const text = words.join(' ');
  const content = text === '' ? {} : { content: [{ type: 'text', text }] };
  return { type: 'operative', attrs: { id, level: 1 }, ...content };
}

function doc(...content: NodeJson[]): DocumentJson {
  return { type: 'doc', content };
}

function proposal(number: number, base: readonly string[], words: readonly string[]): WordedProposal {
  const clause = doc(op('c_1', base));
  return {
    id: `p${number}`,
    number,
    country: ['ID', 'PH'][number - 1] ?? 'SG',
    kind: 'replace',
    clauseId: 'c_1',
    otherClauseId: null,
    base: clause,
    baseHash: textHash(clause),
    words: doc(op('c_1', words)),
    cosponsors: [],
  };
}

function clauseOf(text: DocumentJson): string {
  return textHash(clauseAsText(text, 'c_1') ?? doc());
}

describe('carrying a disposition out', () => {
  test('NP37 whatever the proposals, the chair’s words are what stands in the end, by steps that are texts', () => {
    fc.assert(
      fc.property(four, ([base, one = [], two = [], chairs = []]) => {
        fc.pre([one, two, chairs].every((words) => words.length > 0));
        const text = doc(op('c_0', ['WE']), op('c_1', base), op('c_2', ['ADOPT']));
        const words = doc(op('c_1', chairs));
        const made = stepsOf(text, [proposal(1, base, one), proposal(2, base, two)], 'merged', words);
        if (!made.ok) throw new Error(made.rule);
        expect(clauseOf(made.value.at(-1)?.target ?? text)).toBe(textHash(words));
        for (const { target } of made.value) expect(isText(target)).toBe(true);
        const alone = stepsOf(text, [proposal(1, base, one)], 'acceptedModified', words);
        expect(alone.ok && clauseOf(alone.value.at(-1)?.target ?? text)).toBe(textHash(words));
      }),
      RUNS,
    );
  });

  test('NP22 NP23 accepted together and one after the other it is the same text, in either order', () => {
    let met = 0;
    fc.assert(
      fc.property(four, ([base, one = [], two = []]) => {
        fc.pre(one.length > 0 && two.length > 0);
        const text = doc(op('c_1', base), op('c_2', ['ADOPT']));
        const both = [proposal(1, base, one), proposal(2, base, two)];
        const together = stepsOf(text, both, 'accepted', null);
        const turned = stepsOf(text, both.toReversed(), 'accepted', null);
        expect(together.ok).toBe(turned.ok);
        if (!together.ok || !turned.ok) {
          expect(together).toMatchObject({ rule: 'NP23' });
          return;
        }
        met += 1;
        expect(textHash(together.value.at(-1)?.target ?? text)).toBe(
          textHash(turned.value.at(-1)?.target ?? text),
        );
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(10);
  });

  test('NP32 what no longer fits is known before anything is written', () => {
    fc.assert(
      fc.property(four, ([base, one = [], two = []]) => {
        fc.pre(one.length > 0 && two.length > 0);
        const now = doc(op('c_1', two), op('c_2', ['ADOPT']));
        const later = proposal(1, base, one);
        const made = stepsOf(now, [later], 'accepted', null);
        expect(made.ok).toBe(standingOf(now, later).isClean);
      }),
      RUNS,
    );
  });
});
