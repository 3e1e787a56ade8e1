import { describe, expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { openQuestions } from './open-questions';
import { houseWording } from './wording';

function doc(...clauses: readonly NodeJson[]): DocumentJson {
  return { type: 'doc', content: clauses };
}

function clause(type: string, words: string): NodeJson {
  return {
    type,
    attrs: { id: `c_${type}` },
    ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }),
  };
}

function found(words: string) {
  return openQuestions(doc(clause('operative', words)), 'declaration').map(({ kind, excerpt }) => [
    kind,
    excerpt,
  ]);
}

describe('openQuestions', () => {
  test.each<[string, string[][]]>([
    ['AGREE to meet;', []],
    ['AGREE [to meet];', [['bracket', '[to meet]']]],
    [
      '[AGREE] to [meet];',
      [
        ['bracket', '[AGREE]'],
        ['bracket', '[meet]'],
      ],
    ],
    ['AGREE [to [never] meet];', [['bracket', '[to [never] meet]']]],
    ['AGREE [to meet;', [['unclosed', '[to meet;']]],
    ['AGREE to meet];', [['unclosed', 'AGREE to meet]']]],
    ['AGREE [[TBC]', [['unclosed', '[[TBC]']]],
    ['   ', [['empty', '']]],
  ])('PR14 %j', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  test('PR14 says where: citation, kind and id of the clause', () => {
    const text = doc(
      clause('title', 'T'),
      clause('preambular', 'RECALLING [x],'),
      clause('operative', 'AGREE [y].'),
    );
    expect(openQuestions(text, 'declaration').map(({ citation, clauseId }) => [citation, clauseId])).toEqual([
      ['PP 1', 'c_preambular'],
      ['OP 1', 'c_operative'],
    ]);
  });

  test('PR14 a long bracket is shortened, line ends are spaces', () => {
    const [question] = openQuestions(doc(clause('paragraph', `[a\n${'b'.repeat(400)}]`)), 'sections');
    expect(question?.excerpt.length).toBe(160);
    expect(question?.excerpt.startsWith('[a bbb')).toBe(true);
  });
});

describe('houseWording', () => {
  test('PR25 words a decision as records do, articles once', () => {
    const facts = { symbol: 'ACCSM/20/ST.1', revision: 4 };
    expect(
      houseWording({
        ...facts,
        verb: 'adopted',
        meeting: 'Senior Officials’ Meeting',
        title: 'Statement on Reform',
      }),
    ).toBe('The Senior Officials’ Meeting adopted the Statement on Reform (ACCSM/20/ST.1/Rev.4).');
    expect(
      houseWording({ ...facts, verb: 'noted', meeting: 'the Preparatory Meeting', title: 'A Concept Note' }),
    ).toBe('The Preparatory Meeting took note of A Concept Note (ACCSM/20/ST.1/Rev.4).');
  });
});
