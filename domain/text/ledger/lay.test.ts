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

  test('LE10 hands that are longer or shorter than the text are of another text', () => {
    expect(layHands(TEXT, [{ length: 14, hand: 'A' }])).toBeNull();
    expect(layHands(TEXT, [{ length: 16, hand: 'A' }])).toBeNull();
    expect(layHands(TEXT, [{ length: 15, hand: 'A' }])).not.toBeNull();
  });
});
