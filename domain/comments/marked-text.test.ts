import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../redline/testing/arbitraries';
import { block, doc, footnote, lineBreak, marked } from '../redline/testing/texts';
import { clausesOf, clauseText } from '../text/clauses';
import type { NodeJson } from '../text/document-json';
import { COMMENTED, withMarkedStretches } from './marked-text';

const TEXT = doc(
  block('title', { id: 'c_1' }, 'Statement'),
  block(
    'operative',
    { id: 'c_2', level: 1 },
    'AGREE to ',
    marked('meet', 'bold'),
    ' once',
    footnote('why'),
    lineBreak(),
    'a year;',
  ),
);
const stretch = (from: number, to: number, number = 1) => ({
  clause: 1,
  from,
  to,
  number,
  label: `Comment ${number}`,
});

function commentedIn(node: NodeJson): [string, number[]][] {
  const mark = node.marks?.find(({ type }) => type === COMMENTED);
  const own: [string, number[]][] =
    mark === undefined
      ? []
      : [
          [
            node.text ?? '',
            (JSON.parse(String(mark.attrs?.ends)) as { number: number }[]).map(({ number }) => number),
          ],
        ];
  return [...own, ...(node.content ?? []).flatMap(commentedIn)];
}

describe('CO2 the words of conversations in a text that is shown', () => {
  test('CO2 over marks and lines, with a sign after the last word of each', () => {
    const words = clauseText(clausesOf(TEXT)[1] ?? fail());
    const from = words.indexOf('to meet');
    const shown = withMarkedStretches(TEXT, [
      stretch(from, from + 7),
      stretch(from + 3, words.indexOf('year') + 4, 2),
    ]);
    expect(commentedIn(shown)).toEqual([
      ['to ', []],
      ['meet', [1]],
      [' once', []],
      ['a year', [2]],
    ]);
  });

  test('CO1 CO2 property: no word of the text is another, whatever is marked', () => {
    const places = fc.array(
      fc.record({ clause: fc.nat(6), from: fc.nat(40), length: fc.integer({ min: 1, max: 30 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(documents, places, (text, marks) => {
        const stretches = marks.map(({ clause, from, length }, number) => ({
          ...stretch(from, from + length, number),
          clause,
        }));
        const shown = withMarkedStretches(text, stretches);
        expect(clausesOf(shown).map(clauseText)).toEqual(clausesOf(text).map(clauseText));
        expect(JSON.stringify(text)).not.toContain(COMMENTED);
      }),
      { numRuns: 150, seed: 20190424 },
    );
  });
});

function fail(): never {
  throw new Error('no such clause');
}
