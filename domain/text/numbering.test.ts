import { describe, expect, test } from 'vitest';
import { block, doc, heading, list, operative, paragraph, row, table } from '../redline/testing/texts';
import type { DocumentJson } from './document-json';
import { type HouseStyle, letters, numberClauses, roman } from './numbering';

function numbers(document: DocumentJson, style: HouseStyle = 'declaration'): string[] {
  return numberClauses(document, style).map(({ label, citation }) => `${label}|${citation}`);
}

const annex = (title: string) => block('annex', {}, title);
const preambular = (text: string) => block('preambular', {}, text);

describe('numbers of clauses', () => {
  test('TX7 a declaration: operative paragraphs run through, sub-paragraphs begin again below each', () => {
    expect(
      numbers(
        doc(
          operative(1),
          operative(2),
          operative(2),
          operative(3),
          operative(3),
          operative(2),
          operative(1),
          operative(2),
        ),
      ),
    ).toEqual([
      '1.|OP 1',
      '(a)|OP 1 (a)',
      '(b)|OP 1 (b)',
      '(i)|OP 1 (b) (i)',
      '(ii)|OP 1 (b) (ii)',
      '(c)|OP 1 (c)',
      '2.|OP 2',
      '(a)|OP 2 (a)',
    ]);
  });

  test('TX7 preambular paragraphs are cited but carry no number on paper', () => {
    expect(numbers(doc(preambular('Recalling'), preambular('Noting'), operative(1)))).toEqual([
      '|PP 1',
      '|PP 2',
      '1.|OP 1',
    ]);
  });

  test('TX7 what stands between operative paragraphs does not interrupt them', () => {
    expect(
      numbers(
        doc(
          operative(1),
          paragraph('x'),
          table(row('a')),
          list('orderedList', 'b'),
          heading(1, 'h'),
          operative(1),
        ),
      ),
    ).toEqual(['1.|OP 1', '|', '|', '|', '|', '2.|OP 2']);
  });

  test('TX7 below an annex numbers start again and name the annex', () => {
    expect(
      numbers(doc(operative(1), annex('Plan'), preambular('x'), operative(1), annex('Budget'), operative(1))),
    ).toEqual([
      '1.|OP 1',
      'Annex 1|Annex 1',
      '|Annex 1, PP 1',
      '1.|Annex 1, OP 1',
      'Annex 2|Annex 2',
      '1.|Annex 2, OP 1',
    ]);
  });

  test('TX7 sections: headings are numbered by their depth', () => {
    expect(
      numbers(
        doc(heading(1), heading(2), heading(2), heading(3), heading(1), heading(2), paragraph('x')),
        'sections',
      ),
    ).toEqual([
      '1|section 1',
      '1.1|section 1.1',
      '1.2|section 1.2',
      '1.2.1|section 1.2.1',
      '2|section 2',
      '2.1|section 2.1',
      '|',
    ]);
  });

  test('TX7 a level whose parent is missing gets a parent in number only', () => {
    expect(numbers(doc(operative(2), operative(1)))).toEqual(['(a)|OP 1 (a)', '2.|OP 2']);
    expect(numbers(doc(heading(3)), 'sections')).toEqual(['1.1.1|section 1.1.1']);
  });

  test('TX7 letters and roman numerals', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map(letters)).toEqual([
      'a',
      'b',
      'z',
      'aa',
      'az',
      'ba',
      'zz',
      'aaa',
    ]);
    expect([1, 4, 9, 14, 40, 49, 90, 99, 104].map(roman)).toEqual([
      'i',
      'iv',
      'ix',
      'xiv',
      'xl',
      'xlix',
      'xc',
      'xcix',
      'civ',
    ]);
  });
});
