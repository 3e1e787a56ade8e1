import { describe, expect, test } from 'vitest';
import { clausesOf, clauseText } from '@/domain/text/clauses';
import type { DocumentJson } from '@/domain/text/document-json';
import { documentSchema } from '@/domain/text/schema';
import { inWords, onScreen, shownClauses } from './clause-words';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (id: string, ...content: object[]) => ({ type: 'listItem', attrs: { id }, content });
const TEXT = {
  type: 'doc',
  content: [
    { type: 'title', attrs: { id: 'c_1' }, content: [{ type: 'text', text: 'Statement' }] },
    {
      type: 'operative',
      attrs: { id: 'c_2', level: 1 },
      content: [
        { type: 'text', text: 'AGREE' },
        { type: 'text', text: ' to meet', marks: [{ type: 'bold' }] },
        { type: 'footnote', attrs: { text: 'Every year.' } },
        { type: 'text', text: ' soon;' },
        { type: 'hardBreak' },
        { type: 'text', text: 'and often' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        item('c_3', paragraph('First'), paragraph('more'), {
          type: 'bulletList',
          content: [item('c_4', paragraph('Nested'))],
        }),
      ],
    },
    {
      type: 'table',
      attrs: { id: 'c_5' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'c_6' },
          content: ['Act', 'When'].map((text) => ({ type: 'tableCell', content: [paragraph(text)] })),
        },
      ],
    },
    { type: 'paragraph', attrs: { id: 'c_7' } },
  ],
};

const node = documentSchema().nodeFromJSON(TEXT);
const shown = shownClauses(node);

describe('the words of clauses on the screen', () => {
  test('CO2 are those of the text, clause by clause', () => {
    const clauses = clausesOf(node.toJSON() as DocumentJson);
    expect(shown.map(({ id, words }) => [id, words])).toEqual(
      clauses.map((clause) => [clause.id, clauseText(clause)]),
    );
  });

  test('CO2 every stretch of words is found on the screen and back', () => {
    for (const clause of shown) {
      for (let from = 0; from < clause.words.length; from += 1) {
        for (let to = from + 1; to <= clause.words.length; to += 1) {
          const words = clause.words.slice(from, to);
          const places = onScreen(clause, { from, to });
          const letters = places.map((place) => node.textBetween(place.from, place.to)).join('');
          expect(letters).toBe(words.replace(/[\n\t]/g, ''));
          const [first] = places;
          const last = places.at(-1);
          if (first === undefined || last === undefined || words !== words.trim()) continue;
          expect(inWords(clause, { from: first.from, to: last.to })).toEqual({ from, to });
        }
      }
    }
  });

  test('CO4 spaces alone are no words', () => {
    const operative = shown[1];
    if (operative === undefined) throw new Error('no second clause');
    const [space] = onScreen(operative, { from: 5, to: 6 });
    expect(space === undefined ? undefined : inWords(operative, space)).toBeNull();
  });
});
