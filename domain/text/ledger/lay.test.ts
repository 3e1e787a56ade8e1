import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../document-json';
import { layHands } from './lay';

const TEXT: DocumentJson = {
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'one' }] },
            {
              type: 'bulletList',
              content: [
                {
                  type: 'listItem',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'two' }] }],
                },
              ],
            },
            { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
          ],
        },
      ],
    },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'f' }, { type: 'hardBreak' }, { type: 'text', text: 'our' }],
    },
  ],
};

describe('hands laid over a text', () => {
  test('LE2 in reading order, a nested list in the midst of its item; borders are nobody’s', () => {
    const laid = layHands(TEXT, [
      { length: 4, hand: 'A' },
      { length: 8, hand: 'B' },
      { length: 0, hand: 'Z' },
      { length: 3, hand: 'C' },
    ]);
    expect(laid?.map((clause) => clause.map(({ text, hand }) => `${hand ?? '-'}:${text}`))).toEqual([
      ['A:one', '-:\n', 'B:three'],
      ['A:t', 'B:wo'],
      ['B:f', '-:\n', 'C:our'],
    ]);
  });

  test('LE11 the words of a footnote stand where it is called, and are told apart from the words of the line', () => {
    const text: DocumentJson = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'ab' },
            { type: 'footnote', attrs: { text: 'note' } },
            { type: 'footnote', attrs: { text: '' } },
            { type: 'text', text: 'c' },
          ],
        },
      ],
    };
    const laid = layHands(text, [
      { length: 3, hand: 'A' },
      { length: 4, hand: 'B' },
    ]);
    expect(laid).toEqual([
      [
        { text: 'ab', hand: 'A' },
        { text: 'n', hand: 'A', note: 0 },
        { text: 'ote', hand: 'B', note: 0 },
        { text: 'c', hand: 'B' },
      ],
    ]);
    expect(layHands(text, [{ length: 3, hand: 'A' }])).toBeNull();
  });

  test('LE10 hands that are longer or shorter than the text are of another text', () => {
    expect(layHands(TEXT, [{ length: 14, hand: 'A' }])).toBeNull();
    expect(layHands(TEXT, [{ length: 16, hand: 'A' }])).toBeNull();
    expect(layHands(TEXT, [{ length: 15, hand: 'A' }])).not.toBeNull();
  });
});
