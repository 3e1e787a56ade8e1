import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../../redline/testing/arbitraries';
import { clausesOf, clauseText } from '../clauses';
import type { DocumentJson } from '../document-json';
import { bracketProposals, writeBrackets } from '.';
import { besideSigns } from './places';

/** The words of a place. */
function wordsAt(
  text: DocumentJson,
  { clause, from, to }: { clause: number; from: number; to: number },
): string {
  const found = clausesOf(text)[clause];
  return found === undefined ? '' : clauseText(found).slice(from, to);
}

const bracket = (path: string) => [{ type: 'bracket', attrs: { path } }];
const TEXT: DocumentJson = {
  type: 'doc',
  content: [
    {
      type: 'operative',
      attrs: { id: 'c_1', level: 1 },
      content: [
        { type: 'text', text: 'We agree on ' },
        { type: 'text', text: 'the hall', marks: bracket('b_1:0:TH') },
        { type: 'text', text: ' and the venue.' },
      ],
    },
  ],
};

describe('places in a text whose brackets are written as signs', () => {
  test('CO16 words behind, in, before and around a bracket are the same words', () => {
    const written = writeBrackets(TEXT, { attribution: 'delegations' });
    const plain = clauseText(clausesOf(TEXT)[0] ?? expect.fail());
    for (const words of ['venue', 'the hall', 'We agree on ']) {
      const from = plain.indexOf(words);
      const [place] = besideSigns(TEXT, [{ clause: 0, from, to: from + words.length }]);
      expect(wordsAt(written, place ?? expect.fail())).toBe(words);
    }
    const around = { clause: 0, from: plain.indexOf('on'), to: plain.indexOf(' and') };
    const [place] = besideSigns(TEXT, [around]);
    expect(wordsAt(written, place ?? expect.fail())).toBe('on [TH: the hall');
  });

  test('CO16 whatever is bracketed, every letter is the same letter', () => {
    fc.assert(
      fc.property(documents, documents, (document, words) => {
        const base: DocumentJson = { type: 'doc', content: [document.content?.[0] ?? { type: 'paragraph' }] };
        const text = bracketProposals(base, [{ countries: ['TH'], words }]);
        const written = writeBrackets(text, { attribution: 'delegations' });
        clausesOf(text).forEach((found, clause) => {
          const letters = clauseText(found).split('');
          const places = besideSigns(
            text,
            letters.map((_, at) => ({ clause, from: at, to: at + 1 })),
          );
          expect(places.map((place) => wordsAt(written, place))).toEqual(letters);
        });
      }),
      { numRuns: 60, seed: 20190422 },
    );
  });

  test('CO16 a text without brackets keeps its places, and a place that is nowhere stays', () => {
    const places = [{ clause: 9, from: 1, to: 2 }];
    expect(besideSigns({ type: 'doc', content: [] }, places)).toEqual(places);
    expect(besideSigns(TEXT, places)).toEqual(places);
  });
});
